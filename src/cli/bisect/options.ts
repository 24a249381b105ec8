import type { Command } from 'commander'
import { type TrialOptions, withTrialOptions } from '../canary/trial-options.ts'
import type { Start } from '../command.ts'
import { fraction } from '../option-values.ts'

export interface BisectOptions extends TrialOptions {
  readonly good: string
  readonly bad: string
  readonly confidence: number
}

const EXAMPLES = `
Examples:
  $ sherpa bisect v1.4.0 HEAD -- npm test
  $ sherpa bisect main~50 main --confidence 0.99 -- ./flaky.sh
  $ sherpa bisect v1.4.0 main --image node:24 --network bridge -- sh -c 'npm ci && npm test'
  $ sherpa bisect v1.4.0 main --workflow canary.yml

The command may fail at times before the first bad commit, and pass at times after it. Each run has a worktree and a home folder of its own, so
the command has to install what it needs. Exit code 125 of the command means that a commit cannot be tried. Merges are blamed as a whole.
Containers (--image) and workflows (--workflow) are as sherpa canary --help has them.

Exit codes: 0 found, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials, 5 inconclusive, or the bad commit fails no more often than the good one
`

/** Adds `sherpa bisect` to the program. */
export function addBisectCommand(program: Command, start: Start<BisectOptions>): void {
  withTrialOptions(program.command('bisect'), 200)
    .usage('<good> <bad> [options] -- <command> [args...]\n       sherpa bisect <good> <bad> --workflow <file> [options]')
    .summary('find the first bad commit, also of a flaky command')
    .description(
      'Runs a command, or a workflow, on commits between a good and a bad one, where a run tells most, until the first bad one is known.',
    )
    .argument('<good>', 'a commit before it began')
    .argument('<bad>', 'a later commit that has it')
    .argument('[command...]', 'the command and its arguments')
    .option('--confidence <share>', 'how sure to be (default: 0.95)', fraction, 0.95)
    .addHelpText('after', EXAMPLES)
    .action((good: string, bad: string, command: string[], options: Omit<BisectOptions, 'good' | 'bad' | 'command'>) =>
      start({ good, bad, command, ...options }),
    )
}
