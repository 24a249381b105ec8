import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { count } from '../option-values.ts'
import { type WindowOptions, withWindow } from './window.ts'

export interface HistoryOptions extends WindowOptions {
  /** Runs of each workflow. */
  readonly most: number
  readonly json: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa history
  $ sherpa history --workflow ci --job unit --most 50
  $ sherpa history --since 7d --json
`

/** Adds `sherpa history` to the program. */
export function addHistoryCommand(program: Command, start: Start<HistoryOptions>): void {
  withWindow(program.command('history'))
    .summary('show the recent runs of a workflow or job')
    .description('Shows the newest runs of each workflow: how they ended, how long they took, how often they ran, what failed.')
    .option('--most <n>', 'how many runs of each workflow', count, 20)
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: HistoryOptions) => start(options))
}
