import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { duration, time } from '../option-values.ts'
import { type StoreOptions, withStore } from '../store/options.ts'

export interface LedgerOptions extends StoreOptions {
  readonly repo?: string
  /** Milliseconds. */
  readonly since: number
  readonly now?: Date
  readonly json: boolean
}

export interface LedgerVerifyOptions extends StoreOptions {
  /** The hash of a line that is known to have been there. */
  readonly head?: string
  readonly json: boolean
}

const THIRTY_DAYS_MS = 30 * 86_400_000

const EXAMPLES = `
Examples:
  $ sherpa ledger
  $ sherpa ledger --repo acme/web --since 7d --json
  $ sherpa ledger verify
`

const VERIFY_NOTES = `
Takes --store, --config and --json of sherpa ledger, too.
Exit codes: 0 the ledger is whole, 1 it is not, 2 usage or configuration, 3 sherpa or the world failed
`

/** Adds `sherpa ledger` and `sherpa ledger verify` to the program. */
export function addLedgerCommand(
  program: Command,
  starts: { readonly show: Start<LedgerOptions>; readonly verify: Start<LedgerVerifyOptions> },
): void {
  const ledger = withStore(program.command('ledger'))
    .summary('show what was done, and what was not and why')
    .description('Shows each action that was taken or withheld: when, on what, by whom, why, and with what effect.')
    .option('--since <age>', 'only what is no older: 30d, 12h (default: 30d)', duration, THIRTY_DAYS_MS)
    .option('--repo <owner/name>', 'of this repository only')
    .option('--json', 'JSON on stdout and nothing else', false)
    .option('--now <time>', 'the clock to go by, in RFC 3339', time)
    .addHelpText('after', EXAMPLES)
    .action((options: LedgerOptions) => starts.show(options))
  ledger
    .command('verify')
    .description('Find the first line that was changed, taken out or put elsewhere. What was cut off at the end shows by --head.')
    .option('--head <hash>', 'a line that must be there, by its hash')
    .addHelpText('after', VERIFY_NOTES)
    .action((_: unknown, command: Command) => starts.verify(command.optsWithGlobals<LedgerVerifyOptions>()))
}
