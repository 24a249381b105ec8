import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { duration, time } from '../option-values.ts'
import { type StoreOptions, withStore } from '../store/options.ts'

export interface FlakyOptions extends StoreOptions {
  /** How far to look back, in milliseconds. */
  readonly since: number
  /** `owner/name`. */
  readonly repo?: string
  readonly workflow?: string
  readonly job?: string
  readonly now?: Date
  readonly json: boolean
}

const NINETY_DAYS = 90 * 86_400_000

const EXAMPLES = `
Examples:
  $ sherpa flaky
  $ sherpa flaky --repo acme/web --since 30d
  $ sherpa flaky --json | jq '.tests[] | select(.state == "flaky")'

A test is flaky when failures remain that neither a change, nor an outage, nor a runner image explains, on more than one pull request
or on a branch. It counts as fixed when it passed often enough to tell, and for two weeks.
`

/** Adds `sherpa flaky` to the program. */
export function addFlakyCommand(program: Command, start: Start<FlakyOptions>): void {
  withStore(program.command('flaky'))
    .summary('say which tests fail without a reason')
    .description(
      'Reads the history and says which tests and jobs are flaky, broken or fixed, since when, and how often they fail.',
    )
    .option('--since <age>', 'how far to look back (default: 90d)', duration, NINETY_DAYS)
    .option('--repo <owner/name>', 'only this repository')
    .option('--workflow <name>', 'only this workflow')
    .option('--job <name>', 'only this job')
    .option('--now <time>', 'the clock to go by, in RFC 3339', time)
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: FlakyOptions) => start(options))
}
