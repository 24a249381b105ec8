import { type Command, Option } from 'commander'
import { REMEDY_IDS, type RemedyId } from '../../core/model/plan.ts'
import type { Start } from '../command.ts'
import { count, time } from '../option-values.ts'
import { withStore } from '../store/options.ts'

/** Which case, and how to look at it. */
export interface CaseOptions {
  /** A run id or URL, a log, or a run document; `-` is standard input. */
  readonly input: string
  readonly attempt?: number
  readonly repo?: string
  readonly only?: RemedyId
  /** A container that the failure may be about, as `sherpa restart` names it. */
  readonly container?: string
  readonly json: boolean
  readonly store?: string
  readonly config?: string
  readonly now?: Date
}

/** What to heal, and how far to go. */
export interface HealOptions extends CaseOptions {
  /** Show the plan and write nothing anywhere. */
  readonly dryRun: boolean
  /** Act within the policy without asking. */
  readonly yes: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa heal 4711 --repo acme/web --dry-run      what would be done, and why
  $ sherpa heal 4711 --repo acme/web                shows the plan and asks
  $ sherpa heal 4711 --yes --only rerun-failed-jobs
  $ sherpa heal 4711 --yes                          what the policy allows, or somebody approved (sherpa approve)
  $ sherpa heal run.json --dry-run --json

Exit codes: 0 nothing to heal or healed, 1 still failing or only planned, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials
`

/** Adds `sherpa heal` to the program. */
export function addHealCommand(program: Command, start: Start<HealOptions>): void {
  withWhatToHeal(program.command('heal'))
    .summary('mend what broke, as far as the policy allows')
    .description(
      'Diagnoses a run, plans what would mend it, and does what the policy allows: at most once, verified, and on record.',
    )
    .option('--dry-run', 'show the plan, write nothing anywhere', false)
    .option('--yes', 'do what the policy allows, or somebody approved, without asking', false)
    .addHelpText('after', EXAMPLES)
    .action((input: string, options: Omit<HealOptions, 'input'>) => start({ input, ...options }))
}

/** Adds what says what is to be healed, and by which clock. */
export const withWhatToHeal = (command: Command): Command =>
  withRun(command)
    .addOption(new Option('--only <remedy>', 'of this remedy only').choices(REMEDY_IDS))
    .option('--container <name>', 'a container that may have to do with it: name, compose service, or label=value')

/** Adds what names a run, and says how to tell of it. */
export const withRun = (command: Command): Command =>
  withStore(command)
    .argument('<input>', 'run id, run URL, owner/repo#run, log, run document; - for stdin')
    .option('--attempt <n>', 'attempt of the run (default: the newest)', count)
    .option('--repo <owner/name>', 'repository of a run id (default: the git remote)')
    .option('--json', 'JSON on stdout and nothing else', false)
    .option('--now <time>', 'the clock to go by, in RFC 3339', time)
