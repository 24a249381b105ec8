import type { Command } from 'commander'
import type { Start } from '../command.ts'

export interface InitOptions {
  /** Replace a file that is already there. */
  readonly force: boolean
}

/** Adds `sherpa init` to the program. */
export function addInitCommand(program: Command, start: Start<InitOptions>): void {
  program
    .command('init')
    .summary('write a commented sherpa.yml')
    .description('Writes a sherpa.yml with every setting explained and commented out.')
    .option('--force', 'replace a sherpa.yml that is already there', false)
    .action((options: InitOptions) => start(options))
}
