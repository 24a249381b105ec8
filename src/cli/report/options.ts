import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { type WindowOptions, withWindow } from '../history/window.ts'

export interface ReportOptions extends WindowOptions {
  /** Where the page goes. */
  readonly html: string
}

const EXAMPLES = `
Examples:
  $ sherpa report --html ci.html
  $ sherpa report --html web.html --repo acme/web --since 90d
`

/** Adds `sherpa report` to the program. */
export function addReportCommand(program: Command, start: Start<ReportOptions>): void {
  withWindow(program.command('report'))
    .summary('write the history as a page with charts')
    .description('Writes one page of HTML with charts and tables of the history; it needs no script, no server and no network.')
    .requiredOption('--html <file>', 'where the page goes')
    .addHelpText('after', EXAMPLES)
    .action((options: ReportOptions) => start(options))
}
