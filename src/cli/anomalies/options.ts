import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { type WindowOptions, withWindow } from '../history/window.ts'

export interface AnomaliesOptions extends WindowOptions {
  readonly json: boolean
}

export interface ScoreOptions {
  readonly files: readonly string[]
  readonly json: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa anomalies --since 30d
  $ sherpa anomalies --repo acme/web --workflow ci --json
  $ sherpa anomalies score durations.csv
`

const SCORE_EXAMPLES = `
Examples:
  $ sherpa anomalies score durations.csv
  $ sherpa anomalies score *.csv --json
`

/** Adds `sherpa anomalies` and `sherpa anomalies score` to the program. */
export function addAnomaliesCommand(
  program: Command,
  starts: { history: Start<AnomaliesOptions>; score: Start<ScoreOptions> },
): void {
  const anomalies = withWindow(program.command('anomalies'))
    .summary('find what is unusual in durations, rates and counts')
    .description(
      'Finds lasting shifts and outliers in what the history holds of each job: durations, time in the queue, failures, logs, tests, steps. One shift is told once.',
    )
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: AnomaliesOptions) => starts.history(options))
  anomalies
    .command('score')
    .summary('score the points of any series')
    .description(
      'Scores each point of a series by how unusual it is against the points before it, and finds outliers and lasting changes. A file is a CSV with the columns timestamp and value, or a JSON array of numbers.',
    )
    .argument('<file...>', 'series; - for stdin')
    .option('--json', 'one JSON document a file: {file, scores, anomalies, changePoints}', false)
    .addHelpText('after', SCORE_EXAMPLES)
    .action((files: string[], _options: unknown, command: Command) =>
      starts.score({ files, json: command.optsWithGlobals()['json'] === true }),
    )
}
