import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { type StoreOptions, withStore } from '../store/options.ts'

export interface IngestOptions extends StoreOptions {
  /** Files of run documents; `-` is standard input. */
  readonly inputs: readonly string[]
  readonly json: boolean
  /** Whether logs are read. */
  readonly logs: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa ingest runs.ndjson                    run documents (sherpa.run/1), one a line
  $ export-runs | sherpa ingest - --no-logs
`

/** Adds `sherpa ingest` to the program. */
export function addIngestCommand(program: Command, start: Start<IngestOptions>): void {
  withStore(program.command('ingest'))
    .summary('remember runs of any CI')
    .description('Stores runs in the history: run documents, one a line or one a file.')
    .argument('<input...>', 'file of run documents; - for stdin')
    .option('--no-logs', 'leave the logs of the documents unread')
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((inputs: string[], options: Omit<IngestOptions, 'inputs'>) => start({ inputs, ...options }))
}
