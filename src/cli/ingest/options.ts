import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { count, time } from '../option-values.ts'
import { type StoreOptions, withStore } from '../store/options.ts'

export interface IngestOptions extends StoreOptions {
  /** Run documents, test reports, logs, or folders of them; `-` is standard input. */
  readonly inputs: readonly string[]
  readonly json: boolean
  /** Whether logs are read. */
  readonly logs: boolean
  /** What follows is about logs and reports, which do not say it themselves. `owner/name`. */
  readonly repo?: string
  readonly workflow?: string
  readonly job?: string
  readonly run?: number
  readonly attempt?: number
  readonly branch?: string
  readonly commit?: string
  readonly at?: Date
}

const EXAMPLES = `
Examples:
  $ sherpa ingest runs.ndjson                            run documents (sherpa.run/1), one a line
  $ export-runs | sherpa ingest - --no-logs
  $ sherpa ingest target/surefire-reports --repo acme/web --job unit --run 4711
  $ sherpa ingest build.log --repo acme/web --job build --run 4711 --commit 1f0e3da
`

/** Adds `sherpa ingest` to the program. */
export function addIngestCommand(program: Command, start: Start<IngestOptions>): void {
  withStore(program.command('ingest'))
    .summary('remember runs of any CI')
    .description('Stores runs in the history: run documents, one a line or one a file; reports in JUnit XML; logs.')
    .argument('<input...>', 'file or folder; - for stdin')
    .option('--no-logs', 'leave logs unread: no failures, tests and cache hits out of them, no lines of green logs')
    .option('--repo <owner/name>', 'repository of logs and reports')
    .option('--workflow <name>', 'their workflow')
    .option('--job <name>', 'their job (default: the name of the log, or "tests")')
    .option('--run <n>', 'their run (default: a number for what they hold)', count)
    .option('--attempt <n>', 'their attempt (default: 1)', count)
    .option('--branch <name>', 'their branch')
    .option('--commit <sha>', 'their commit')
    .option('--at <time>', 'when the run started, in RFC 3339 (default: when the file was written)', time)
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((inputs: string[], options: Omit<IngestOptions, 'inputs'>) => start({ inputs, ...options }))
}
