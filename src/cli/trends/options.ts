import type { Command } from 'commander'
import type { Period } from '../../core/history/periods.ts'
import type { Start } from '../command.ts'
import { type WindowOptions, withWindow } from '../history/window.ts'

export interface TrendsOptions extends WindowOptions {
  readonly by?: Period
  readonly json: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa trends --since 30d
  $ sherpa trends --repo acme/web --workflow ci --by week
`

/** Adds `sherpa trends` to the program. */
export function addTrendsCommand(program: Command, start: Start<TrendsOptions>): void {
  withWindow(program.command('trends'))
    .summary('show success, durations, repairs and minutes over time')
    .description('Shows how runs do over time: success rate, durations, time to repair, flake rate, minutes lost and saved.')
    .addOption(program.createOption('--by <period>', 'stretches of time (default: what fits)').choices(['day', 'week']))
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: TrendsOptions) => start(options))
}
