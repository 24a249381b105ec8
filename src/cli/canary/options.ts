import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { count, duration, fraction } from '../option-values.ts'
import type { TrialOptions } from './trials.ts'

export interface CanaryOptions extends TrialOptions {
  /** The suspect. */
  readonly ref: string
  /** What it is compared with; by default its parent. */
  readonly against?: string
  readonly margin: number
  readonly error: number
  readonly jobs: number
}

const TEN_MINUTES = 600_000

const EXAMPLES = `
Examples:
  $ sherpa canary HEAD -- npm test
  $ sherpa canary renovate/vite-7 --against main -- make check
  $ sherpa canary HEAD --max-runs 40 --timeout 5m --json -- ./flaky.sh

Each run has a worktree and a home folder of its own, so the command has to install what it needs. Exit code 125 of the command means that it
cannot tell. Runs are compared in pairs, and weighed after each: regression when the suspect fails more often, sound or flaky when it does not
fail more often by the margin, inconclusive when neither shows. Each of the two answers is wrong in at most 5 of 100 cases (--error).

Exit codes: 0 sound or flaky, 1 regression, 2 usage or configuration, 3 sherpa or the world failed, 5 inconclusive
`

/** Adds `sherpa canary` to the program. */
export function addCanaryCommand(program: Command, start: Start<CanaryOptions>): void {
  withTrialOptions(program.command('canary'), 80)
    .usage('<ref> [options] -- <command> [args...]')
    .summary('run a suspect commit beside its parent until they can be told apart')
    .description('Runs a command on a suspect commit and on its parent, again and again, and says whether the suspect is worse.')
    .argument('<ref>', 'the suspect: a branch, a tag, a hash')
    .argument('<command...>', 'the command and its arguments')
    .option('--against <ref>', 'what to compare with (default: its parent)')
    .option('--margin <share>', 'a rise of the failure rate that matters (default: 0.3)', fraction, 0.3)
    .option('--error <share>', 'how often each answer may be wrong (default: 0.05)', fraction, 0.05)
    .option('--jobs <n>', 'runs at the same time (default: 1)', count, 1)
    .addHelpText('after', EXAMPLES)
    .action((ref: string, command: string[], options: Omit<CanaryOptions, 'ref' | 'command'>) =>
      start({ ref, command, ...options }),
    )
}

/** The options of every command that tries out commits. */
export const withTrialOptions = (command: Command, maxRuns: number): Command =>
  command
    .option('--max-runs <n>', `give up after so many runs (default: ${maxRuns})`, count, maxRuns)
    .option('--timeout <time>', 'a run that takes longer has failed: 90s, 10m (default: 10m)', duration, TEN_MINUTES)
    .option('--config <file>', 'configuration (default: sherpa.yml or .github/sherpa.yml, upwards to the git root)')
    .option('--json', 'JSON on stdout and nothing else', false)
