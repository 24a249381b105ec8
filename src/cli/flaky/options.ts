import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { type WindowOptions, withWindow } from '../history/window.ts'

export interface FlakyOptions extends WindowOptions {
  readonly since: number
  readonly json: boolean
}

const NINETY_DAYS = { words: '90d', ms: 90 * 86_400_000 }

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
  withWindow(program.command('flaky'), NINETY_DAYS)
    .summary('say which tests fail without a reason')
    .description(
      'Reads the history and says which tests and jobs are flaky, broken or fixed, since when, and how often they fail.',
    )
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: FlakyOptions) => start(options))
}
