import type { Command } from 'commander'
import type { LogChoice } from '../../core/collect/collecting.ts'
import type { Start } from '../command.ts'
import { duration, time } from '../option-values.ts'
import { type StoreOptions, withStore } from '../store/options.ts'

export interface CollectOptions extends StoreOptions {
  /** Milliseconds. */
  readonly since: number
  /** Its name, its file or its id. */
  readonly workflow?: string
  /** `owner/name`. */
  readonly repo?: string
  readonly logs: LogChoice
  /** How long a rate limit may hold us up, in milliseconds. */
  readonly maxWait: number
  readonly now?: Date
  readonly json: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa collect                                  the last 30 days of this repository
  $ sherpa collect --repo acme/web --since 90d --workflow ci.yml
  $ sherpa collect --logs none                      runs, jobs and steps only: few requests

Killed or refused, it goes on where it was when it is called again. Logs cost a request each; GitHub keeps them for 90 days. What was changed
is asked of runs that failed and of the newest green one before each, a commit once.
`

const DAYS_30 = 30 * 86_400_000
const MINUTES_65 = 65 * 60_000

/** Adds `sherpa collect` to the program. */
export function addCollectCommand(program: Command, start: Start<CollectOptions>): void {
  withStore(program.command('collect'))
    .summary('remember the runs that GitHub Actions has')
    .description(
      'Brings the past of a repository into the history: runs, attempts, jobs, steps, failures out of logs and annotations, and what those runs changed that failed.',
    )
    .option('--since <age>', 'how far back: 90d, 12h (default: 30d)', duration, DAYS_30)
    .option('--workflow <name|file|id>', 'runs of this workflow only')
    .option('--repo <owner/name>', 'the repository (default: the git remote)')
    .addOption(
      program
        .createOption('--logs <which>', 'which logs to read; failed: of failed jobs, and a few green ones to compare with')
        .choices(['none', 'failed', 'all'])
        .default('failed'),
    )
    .option('--max-wait <time>', 'how long to wait for a rate limit (default: 65m)', duration, MINUTES_65)
    .option('--now <time>', 'the clock to go by, in RFC 3339', time)
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: CollectOptions) => start(options))
}
