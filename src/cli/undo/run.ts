import { undo } from '../../core/heal/undo.ts'
import { EVER_MS } from '../../core/ports/ledger.ts'
import { remedies } from '../../core/remedies/index.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import { checkLedger, connectLedger } from '../../integrations/connect-store.ts'
import type { Run } from '../command.ts'
import { actingClock } from '../heal/clock.ts'
import { connectWorld } from '../heal/world.ts'
import { withHistory } from '../store/open.ts'
import { safeLine } from '../terminal/safe-text.ts'
import type { UndoOptions } from './options.ts'

export const runUndo: Run<UndoOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, configuration, redact }) => {
    const ledger = connectLedger(store, redact)
    const entries = await ledger.entries({ sinceMs: EVER_MS })
    const started = entries.find(entry => entry.action === options.action && entry.event === 'started')
    const world = await connectWorld(
      { repository: started?.target.repository, thing: started?.target.thing ?? '', configuration },
      environment,
    )
    const { broken } = await checkLedger(ledger)
    const undone = broken
      ? ({ done: false, why: `line ${broken.at} of the ledger is not as it was written` } as const)
      : await undo(entries, options.action, {
          ledger,
          world,
          remedyOf: id => remedies.find(remedy => remedy.id === id),
          now: actingClock(options, environment),
          by: environment.variables['GITHUB_ACTOR'] ?? environment.variables['USER'] ?? 'a person',
        })
    const words = undone.done ? `✔ ${undone.detail}` : `✖ not undone: ${undone.why}`
    environment.out.write(options.json ? `${escapeRisky(redact(JSON.stringify(undone)))}\n` : `${safeLine(words, redact)}\n`)
    return undone.done ? 'nothing failed' : 'failure found'
  })
