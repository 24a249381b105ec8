import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { type WindowOptions, withWindow } from '../history/window.ts'

export interface SimulateOptions extends WindowOptions {
  readonly since: number
  /** A file like sherpa.yml. */
  readonly policy?: string
  readonly json: boolean
}

const NINETY_DAYS = { words: '90d', ms: 90 * 86_400_000 }

const EXAMPLES = `
Examples:
  $ sherpa simulate --policy new.yml             what would change, and what it would have healed
  $ sherpa simulate --since 30d --repo acme/web  what the policy of sherpa.yml would have done
  $ sherpa simulate --policy new.yml --json | jq '.actions[] | select(.changed)'

What a re-run would have done is taken from the attempt that followed in the history, whoever started it; where none did, it is unknown and
never counts as healed. Masked is what a re-run turned green although its change was at fault: a test of it fails again on the same pull
request or branch, and had failed on no other. Budgets, cool-downs and the breaker hold as if it had been done.

Exit codes: 0 done, 2 usage or configuration, 3 sherpa or the world failed
`

/** Adds `sherpa simulate` to the program. */
export function addSimulateCommand(program: Command, start: Start<SimulateOptions>): void {
  withWindow(program.command('simulate'), NINETY_DAYS)
    .summary('try a policy on the past')
    .description('Replays the failed attempts of the history through a policy, and says what it would have done.')
    .option('--policy <file>', "the policy to try, in a file like sherpa.yml (default: today's)")
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: SimulateOptions) => start(options))
}
