import type { Command } from 'commander'
import type { Start } from '../command.ts'

/** Which store is meant. */
export interface StoreOptions {
  /** A file or the URL of a PostgreSQL database. */
  readonly store?: string
  readonly config?: string
}

export interface StoreCheckOptions extends StoreOptions {
  readonly json: boolean
}

/** Adds `sherpa store check|…` to the program. */
export function addStoreCommand(program: Command, starts: { check: Start<StoreCheckOptions> }): void {
  const store = program.command('store').summary('look after the history: check, export, import, merge, prune')
  withStore(store.command('check'))
    .description('Says whether the history is sound, and how much is in it.')
    .option('--json', 'JSON on stdout and nothing else', false)
    .action((options: StoreCheckOptions) => starts.check(options))
}

/** The options of every command that uses the history. */
export const withStore = (command: Command): Command =>
  command
    .option(
      '--store <file|url>',
      'the history: a file, or postgres://… (default: $SHERPA_STORE, sherpa.yml, ~/.local/state/sherpa/history.db)',
    )
    .option('--config <file>', 'configuration (default: sherpa.yml or .github/sherpa.yml, upwards to the git root)')
