import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { type WindowOptions, withWindow } from '../history/window.ts'

export interface MetricsOptions extends WindowOptions {
  /** A file for node_exporter's textfile collector. */
  readonly out?: string
  /** URL of a Pushgateway. */
  readonly push?: string
  readonly jobName: string
}

const EXAMPLES = `
Examples:
  $ sherpa metrics
  $ sherpa metrics --out /var/lib/node_exporter/textfile/sherpa.prom
  $ sherpa metrics --push http://pushgateway.example:9091
`

/** Adds `sherpa metrics` to the program. */
export function addMetricsCommand(program: Command, start: Start<MetricsOptions>): void {
  withWindow(program.command('metrics'))
    .summary('tell the history to Prometheus')
    .description('Counts what the history holds, in the text format of Prometheus: on stdout, into a file, or to a Pushgateway.')
    .option('--out <file>', 'write a file, for the textfile collector of node_exporter')
    .option('--push <url>', 'push to a Pushgateway')
    .option('--job-name <name>', 'the label job at the Pushgateway', 'sherpa')
    .addHelpText('after', EXAMPLES)
    .action((options: MetricsOptions) => start(options))
}
