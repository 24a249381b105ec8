import { timeWords } from '../../core/history/words.ts'
import type { LedgerEntry, LedgerEvent } from '../../core/model/ledger.ts'
import { connectLedger } from '../../integrations/connect-store.ts'
import type { Run } from '../command.ts'
import { printed } from '../history/printed.ts'
import { withHistory } from '../store/open.ts'
import { styleOf } from '../terminal/style.ts'
import { type Column, table } from '../terminal/table.ts'
import type { LedgerOptions } from './options.ts'

export const runLedger: Run<LedgerOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, redact }) => {
    const { out, progress } = environment
    const nowMs = (options.now ?? environment.now()).getTime()
    const scope = { sinceMs: nowMs - options.since, ...(options.repo !== undefined && { repository: options.repo }) }
    const entries = await connectLedger(store, redact).entries(scope)
    const picture = () =>
      entries.length === 0
        ? 'nothing was done, and nothing withheld\n'
        : table(entries.toReversed(), COLUMNS, styleOf(environment))
    printed(options.json ? { entries } : picture(), { out, progress, redact })
    return 'nothing failed'
  })

const LOOKS: Readonly<Record<LedgerEvent, 'good' | 'bad' | 'doubtful' | 'quiet' | 'name'>> = {
  withheld: 'quiet',
  approved: 'name',
  started: 'name',
  done: 'name',
  failed: 'bad',
  unclear: 'doubtful',
  healed: 'good',
  'not-healed': 'bad',
  undone: 'doubtful',
}

const COLUMNS: readonly Column<LedgerEntry>[] = [
  { title: '#', text: ({ seq }) => String(seq), align: 'right', look: () => 'quiet' },
  { title: 'when (UTC)', text: ({ atMs }) => timeWords(atMs), look: () => 'quiet' },
  { title: 'what', text: ({ event }) => event, look: ({ event }) => LOOKS[event] },
  { title: 'remedy', text: ({ remedy }) => remedy },
  { title: 'on', text: ({ target }) => target.thing, goes: 3 },
  { title: 'by', text: ({ by }) => by, goes: 4 },
  { title: 'action', text: ({ action }) => action, goes: 5, look: () => 'quiet' },
  { title: 'why', text: ({ reasons, detail }) => detail || reasons.map(({ text }) => text).join(' '), grows: true, goes: 2 },
]
