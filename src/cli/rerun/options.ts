import { type Command, Option } from 'commander'
import type { Start } from '../command.ts'
import { type HealOptions, withRun } from '../heal/options.ts'

/** Which run to run again, how much of it, and how far to go. */
export interface RerunOptions extends Omit<HealOptions, 'only' | 'container'> {
  /** The failed jobs and what depends on them; so it is without another word. */
  readonly failed: boolean
  readonly all: boolean
  /** One job, by its name. */
  readonly job?: string
  readonly debug: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa rerun 4711 --repo acme/web --dry-run     whether it may be, and what speaks against it
  $ sherpa rerun 4711 --job 'unit (ubuntu, 22)' --debug
  $ sherpa rerun 4711 --all --yes

Without --job and --all: the failed jobs. What the diagnosis has against it is asked about at the terminal; policy, budgets, the
kill switch and what the workflow file says about doing things twice hold as for sherpa heal.
Exit codes: 0 green again or nothing failed, 1 not green or only planned, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials
`

/** Adds `sherpa rerun` to the program. */
export function addRerunCommand(program: Command, start: Start<RerunOptions>): void {
  withRun(program.command('rerun'))
    .summary('run a failed run again')
    .description('Runs failed jobs, one job or all of a run again, as far as the policy allows, and waits until the run is over.')
    .addOption(new Option('--failed', 'the failed jobs, and those that depend on them').default(false).conflicts(['job', 'all']))
    .addOption(new Option('--job <name>', 'one job, by its name').conflicts(['all']))
    .option('--all', 'all jobs', false)
    .option('--debug', 'with debug logging', false)
    .option('--dry-run', 'show the plan, write nothing anywhere', false)
    .option('--yes', 'do what the policy allows without asking', false)
    .addHelpText('after', EXAMPLES)
    .action((input: string, options: Omit<RerunOptions, 'input'>) => start({ input, ...options }))
}
