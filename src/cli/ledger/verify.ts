import { countWords } from '../../core/history/words.ts'
import { checkLedger, connectLedger } from '../../integrations/connect-store.ts'
import type { Run } from '../command.ts'
import { withHistory } from '../store/open.ts'
import type { LedgerVerifyOptions } from './options.ts'

const WORDS = {
  changed: 'is not as it was written',
  missing: 'is missing',
  'out-of-order': 'stands where another one should',
} as const

export const runLedgerVerify: Run<LedgerVerifyOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, redact }) => {
    const ledger = connectLedger(store, redact)
    const { broken, lines, head } = await checkLedger(ledger, options.head)
    const words = broken
      ? `✖ line ${broken.at} ${WORDS[broken.what]}`
      : `✔ ${countWords(lines, 'line')}, none changed${head && `; the last is ${head}`}`
    environment.out.write(options.json ? `${JSON.stringify({ broken, lines, head })}\n` : `${words}\n`)
    return broken ? 'failure found' : 'nothing failed'
  })
