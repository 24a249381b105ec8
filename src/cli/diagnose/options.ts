import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { count, repeatable, time } from '../option-values.ts'
import { FORMATS, type PrintOptions } from '../output/options.ts'

/** What to diagnose, and how to tell it. */
export interface DiagnoseOptions extends PrintOptions {
  /** Files, directories, archives, run documents, run ids or URLs; `-` is standard input. Empty: standard input. */
  readonly inputs: readonly string[]
  readonly attempt?: number
  /** Id or name of the one job to look at. */
  readonly job?: string
  /** `owner/name`. */
  readonly repo?: string
  /** A green log of the same job, to compare with. */
  readonly baseline?: string
  /** Globs of JUnit XML files. */
  readonly junit: readonly string[]
  /** A file or the URL of a PostgreSQL database: the past to compare with. */
  readonly store?: string
  readonly config?: string
  /** Where to keep the case file. */
  readonly saveCase?: string
  readonly now?: Date
}

const EXAMPLES = `
Examples:
  $ sherpa diagnose build.log                       a log of any CI
  $ make 2>&1 | sherpa diagnose                     what a command prints
  $ sherpa diagnose 4711 --repo acme/web            a run of GitHub Actions
  $ sherpa diagnose https://github.com/acme/web/actions/runs/4711
  $ sherpa diagnose red.log --baseline green.log    only what green runs never print
`

/** Adds `sherpa diagnose` to the program. */
export function addDiagnoseCommand(program: Command, start: Start<DiagnoseOptions>): void {
  program
    .command('diagnose')
    .summary('say what broke a CI run, where, and what to do')
    .description('Reads a log, a directory or archive of logs, a run document, or a run of GitHub Actions, and says what broke.')
    .argument('[input...]', 'file, directory, .zip, run document, run id, run URL or owner/repo#run; - for stdin')
    .option('--attempt <n>', 'attempt of the run (default: the newest)', count)
    .option('--job <id|name>', 'look at this job only')
    .option('--repo <owner/name>', 'repository of a run id (default: the git remote)')
    .option('--baseline <log>', 'green log of the same job to compare with')
    .option('--junit <glob>', 'JUnit XML files to read test results from (repeatable)', repeatable, [])
    .addOption(program.createOption('--format <format>', 'how to tell it').choices(FORMATS))
    .option('--json', 'the same as --format json', false)
    .option('--highlights <n>', 'how many excerpts to show', count)
    .option(
      '--store <file|url>',
      'history to compare with: a file, or postgres://… (default: $SHERPA_STORE or sherpa.yml, if any)',
    )
    .option('--config <file>', 'configuration (default: sherpa.yml or .github/sherpa.yml, upwards to the git root)')
    .option('--save-case <file>', 'keep the evidence, for sherpa replay')
    .option('--now <time>', 'the clock to go by, in RFC 3339', time)
    .addHelpText('after', EXAMPLES)
    .action((inputs: string[], options: Omit<DiagnoseOptions, 'inputs'>) => start({ inputs, ...options }))
}
