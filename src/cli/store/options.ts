import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { duration, size, time } from '../option-values.ts'

/** Which store is meant. */
export interface StoreOptions {
  /** A file or the URL of a PostgreSQL database. */
  readonly store?: string
  readonly config?: string
}

export interface StoreCheckOptions extends StoreOptions {
  readonly json: boolean
}

export interface StoreExportOptions extends StoreOptions {
  /** Undefined: standard output. */
  readonly file?: string | undefined
}

export interface StoreImportOptions extends StoreOptions {
  readonly files: readonly string[]
  readonly json: boolean
}

export interface StoreMergeOptions extends StoreOptions {
  /** Files or URLs. */
  readonly from: readonly string[]
  readonly json: boolean
}

export interface StorePruneOptions extends StoreOptions {
  /** Milliseconds. */
  readonly olderThan?: number
  /** Bytes. */
  readonly maxSize?: number
  readonly now?: Date
  readonly json: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa store check
  $ sherpa store export history.ndjson
  $ sherpa store import history.ndjson --store postgres://ci@db.example/history
  $ sherpa store prune --older-than 90d --max-size 200MB
`

/** Adds `sherpa store check|export|import|merge|prune` to the program. */
export function addStoreCommand(
  program: Command,
  starts: {
    check: Start<StoreCheckOptions>
    export: Start<StoreExportOptions>
    import: Start<StoreImportOptions>
    merge: Start<StoreMergeOptions>
    prune: Start<StorePruneOptions>
  },
): void {
  const store = program
    .command('store')
    .summary('check, export, import, merge and prune the history')
    .description('Looks after the history, a cache of what happened in CI.')
    .addHelpText('after', EXAMPLES)
  const command = (name: string, description: string) => withStore(store.command(name).description(description))
  const withJson = (created: Command) => created.option('--json', 'JSON on stdout and nothing else', false)

  withJson(
    command(
      'check',
      'Say whether the history is sound, and how much is in it; a damaged file is set aside, and what can be read of it goes into a new one.',
    ),
  ).action((options: StoreCheckOptions) => starts.check(options))

  command('export', 'Write the history as JSON, a row a line.')
    .argument('[file]', 'where to (default: stdout)')
    .action((file: string | undefined, options: StoreOptions) => starts.export({ file, ...options }))

  withJson(command('import', 'Add what sherpa store export wrote; twice is the same as once.'))
    .argument('<file...>', 'exported files; - for stdin')
    .action((files: string[], options: Omit<StoreImportOptions, 'files'>) => starts.import({ files, ...options }))

  withJson(command('merge', 'Add what another history holds; of a damaged file, what can be read.'))
    .argument('<store...>', 'the other histories: files, or postgres://…')
    .action((from: string[], options: Omit<StoreMergeOptions, 'from'>) => starts.merge({ from, ...options }))

  withJson(command('prune', 'Forget what is old, and free its space.'))
    .option('--older-than <age>', 'forget attempts older than that: 90d, 12h', duration)
    .option(
      '--max-size <size>',
      'forget the oldest until the history is no larger: 200MB, 2GB; PostgreSQL locks its tables meanwhile',
      size,
    )
    .option('--now <time>', 'the clock to go by, in RFC 3339', time)
    .action((options: StorePruneOptions) => starts.prune(options))
}

/** The options of every command that uses the history. */
export const withStore = (command: Command): Command =>
  command
    .option(
      '--store <file|url>',
      'the history: a file, or postgres://… (default: $SHERPA_STORE, sherpa.yml, $XDG_STATE_HOME/sherpa/history.db or ~/.local/state/…)',
    )
    .option('--config <file>', 'configuration (default: sherpa.yml or .github/sherpa.yml, upwards to the git root)')
