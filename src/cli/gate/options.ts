import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { duration, repeatable, time } from '../option-values.ts'
import { type StoreOptions, withStore } from '../store/options.ts'
import { finite } from './finite.ts'

export interface GateOptions extends StoreOptions {
  /** A hash or a name; by default what is checked out. */
  readonly commit?: string
  readonly repo?: string
  /** Where checks are looked up; without it, as sherpa.yml says. */
  readonly ci?: 'github' | 'store'
  readonly ignoreCheck: readonly string[]
  readonly prometheus?: string
  readonly query?: string
  readonly atMost?: number
  readonly atLeast?: number
  /** A label. */
  readonly incidents?: string
  /** A file with what `sherpa canary --json` printed. */
  readonly canary?: string
  readonly timeout: number
  readonly now?: Date
  readonly json: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa gate --ci github --incidents incident
  $ sherpa gate --prometheus http://prometheus:9090 --query 'job:error_rate:5m' --at-most 0.01
  $ sherpa canary HEAD --json -- npm test > canary.json; sherpa gate --canary canary.json

Conditions come from gate: of sherpa.yml and from options. All have to hold. What cannot be asked, gives nothing or is no number is
inconclusive, and so is a check that still runs: name the one that runs the gate with --ignore-check.

Exit codes: 0 success, 1 failure, 2 usage or configuration, 5 inconclusive
`

/** Adds `sherpa gate` to the program. */
export function addGateCommand(program: Command, start: Start<GateOptions>): void {
  withStore(program.command('gate'))
    .summary('say whether a deployment may go on')
    .description('Looks at CI, measurements, incidents and the canary of a commit, and says success, failure or inconclusive.')
    .option('--commit <ref>', 'the commit (default: what is checked out)')
    .option('--repo <owner/name>', 'its repository (default: the git remote)')
    .addOption(program.createOption('--ci <where>', 'CI has to be green, by the checks there').choices(['github', 'store']))
    .option('--ignore-check <name>', 'a check that does not count (repeatable)', repeatable, [])
    .option('--prometheus <url>', 'the Prometheus to ask')
    .option('--query <promql>', 'what to ask it; each series counts')
    .option('--at-most <number>', 'the highest value that is still good', finite)
    .option('--at-least <number>', 'the lowest value that is still good', finite)
    .option('--incidents <label>', 'no issue with this label may be open')
    .option('--canary <file>', 'what sherpa canary --json printed')
    .option('--timeout <time>', 'how long Prometheus may take (default: 10s)', duration, 10_000)
    .option('--now <time>', 'the clock to go by, in RFC 3339', time)
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: GateOptions) => start(options))
}
