import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { time } from '../option-values.ts'
import { type StoreOptions, withStore } from '../store/options.ts'

export interface UndoOptions extends StoreOptions {
  /** The id of an action, as the ledger shows it. */
  readonly action: string
  readonly json: boolean
  readonly now?: Date
}

/** Adds `sherpa undo` to the program. */
export function addUndoCommand(program: Command, start: Start<UndoOptions>): void {
  withStore(program.command('undo'))
    .summary('take back what an action changed')
    .description('Takes back what an action of the ledger changed, once, and puts that on record.')
    .argument('<action>', 'id of the action, as sherpa ledger shows it')
    .option('--json', 'JSON on stdout and nothing else', false)
    .option('--now <time>', 'the clock to go by, in RFC 3339', time)
    .action((action: string, options: Omit<UndoOptions, 'action'>) => start({ action, ...options }))
}
