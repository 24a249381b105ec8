import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { repeatable } from '../option-values.ts'
import { type StoreOptions, withStore } from '../store/options.ts'

export interface RunOptions extends StoreOptions {
  /** The command and its arguments. */
  readonly command: readonly string[]
  /** What runs are remembered as; by default as the command. */
  readonly name?: string
  readonly workflow: string
  /** `owner/name`. */
  readonly repo?: string
  /** Where to write the diagnosis as JSON. */
  readonly diagnosis?: string
  /** Where to keep what the command printed. */
  readonly log?: string
  /** Globs of the JUnit XML files that the command writes. */
  readonly junit: readonly string[]
  readonly quiet: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa run -- npm test
  $ sherpa run --name unit --junit 'reports/*.xml' -- npm test
  $ sherpa run --name unit --log unit.log -- make -j4 check

The command runs as if sherpa were not there: with its input, its output, its signals and its exit code. It prints to a pipe, so many tools
leave out colours unless they are told otherwise (FORCE_COLOR=1). Remembered are how long it took, and on Linux the CPU time, the storage read
and written, and the peak memory of all its processes.

Exit codes: those of the command; 127 there is no such command, 126 it cannot be run, 128+n it was killed by signal n.
`

/** Adds `sherpa run` to the program. */
export function addRunCommand(program: Command, start: Start<RunOptions>): void {
  withStore(program.command('run'))
    .usage('[options] -- <command> [args...]')
    .summary('run a command, remember how it went, and diagnose it when it fails')
    .description('Runs a build or test command, remembers the run in the history, and says on stderr what broke when it fails.')
    .argument('<command...>', 'the command and its arguments')
    .option('--name <job>', 'what to remember it as (default: the command)')
    .option('--workflow <name>', 'the workflow that it belongs to', 'local')
    .option('--repo <owner/name>', 'its repository (default: the git remote)')
    .option('--log <file>', 'keep what the command prints, both outputs as they come')
    .option(
      '--junit <glob>',
      'JUnit XML files that the command writes, for the results of all its tests (repeatable)',
      repeatable,
      [],
    )
    .option('--diagnosis <file>', 'write the diagnosis as JSON')
    .option('--quiet', 'no report when the command fails', false)
    .addHelpText('after', EXAMPLES)
    .action((command: string[], options: Omit<RunOptions, 'command'>) => start({ command, ...options }))
}
