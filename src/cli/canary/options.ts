import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { count, fraction } from '../option-values.ts'
import { type TrialOptions, withTrialOptions } from './trial-options.ts'

export interface CanaryOptions extends TrialOptions {
  /** The suspect. */
  readonly ref: string
  /** What it is compared with; by default its parent. */
  readonly against?: string
  /** A file with a patch that makes the suspect. */
  readonly patch?: string
  readonly margin: number
  readonly error: number
  readonly jobs?: number
}

const EXAMPLES = `
Examples:
  $ sherpa canary HEAD -- npm test
  $ sherpa canary renovate/vite-7 --against main -- make check
  $ sherpa canary HEAD --max-runs 40 --timeout 5m --json -- ./flaky.sh
  $ sherpa canary HEAD --image node:24 --memory 2GB -- npm test
  $ sherpa canary main --patch vite-7.diff --image node:24 --network bridge -- sh -c 'npm ci && npm test'
  $ sherpa canary HEAD --workflow canary.yml --input suite=slow --jobs 4

Runs are compared in pairs, and weighed after each: regression when the suspect fails more often, sound or flaky when it does not fail more
often by the margin, inconclusive when neither shows. Each of the two answers is wrong in at most 5 of 100 cases (--error).

Each run has a worktree and a home folder of its own, so the command has to install what it needs; exit code 125 of the command means that it
cannot tell. With --image, it runs in a container of its own: it sees its checkout (/work) and nothing else of this machine, neither its
environment nor, unless --network says so, any network. With --workflow, branches sherpa/canary-<commit>-<n> are made and deleted again: success
passes, failure fails, anything else does not count. A dependency is tried as its update's branch, or as a --patch of manifest and lock file.

Exit codes: 0 sound or flaky, 1 regression, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials, 5 inconclusive
`

/** Adds `sherpa canary` to the program. */
export function addCanaryCommand(program: Command, start: Start<CanaryOptions>): void {
  withTrialOptions(program.command('canary'), 80)
    .usage('<ref> [options] -- <command> [args...]\n       sherpa canary <ref> --workflow <file> [options]')
    .summary('run a suspect commit beside its parent until they can be told apart')
    .description(
      'Runs a command, or a workflow, on a suspect commit and on its parent, again and again, and says whether the suspect is worse.',
    )
    .argument('<ref>', 'the suspect: a branch, a tag, a hash')
    .argument('[command...]', 'the command and its arguments')
    .option('--against <ref>', 'what to compare with (default: its parent)')
    .option('--patch <file>', 'the suspect is the ref with this patch, its parent the ref')
    .option('--margin <share>', 'a rise of the failure rate that matters (default: 0.3)', fraction, 0.3)
    .option('--error <share>', 'how often each answer may be wrong (default: 0.05)', fraction, 0.05)
    .option('--jobs <n>', 'runs at the same time (default: 1, of a workflow 2)', count)
    .addHelpText('after', EXAMPLES)
    .action((ref: string, command: string[], options: Omit<CanaryOptions, 'ref' | 'command'>) =>
      start({ ref, command, ...options }),
    )
}
