import type { Command } from 'commander'
import type { Start } from '../command.ts'

export interface ScoreOptions {
  readonly files: readonly string[]
  readonly json: boolean
}

const EXAMPLES = `
Examples:
  $ sherpa anomalies score durations.csv
  $ sherpa anomalies score *.csv --json
`

/** Adds `sherpa anomalies score` to the program. */
export function addAnomaliesCommand(program: Command, starts: { score: Start<ScoreOptions> }): void {
  const anomalies = program.command('anomalies').summary('find what is unusual in durations, rates and counts')
  anomalies
    .command('score')
    .summary('score the points of any series')
    .description(
      'Scores each point of a series by how unusual it is against the points before it, and finds outliers and lasting changes. A file is a CSV with the columns timestamp and value, or a JSON array of numbers.',
    )
    .argument('<file...>', 'series; - for stdin')
    .option('--json', 'one JSON document a file: {file, scores, anomalies, changePoints}', false)
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: Omit<ScoreOptions, 'files'>) => starts.score({ files, ...options }))
}
