import type { Trend, Trends } from '../history/trends.ts'
import { durationWords, numberWords, percentWords } from '../history/words.ts'
import { type Chart, type ChartSeries, chartFigure } from './chart.ts'

/** The courses of a history, a figure each. */
export function trendCharts({ by, periods }: Trends): string {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return ''
  const labels = periods.map(({ start }) => start)
  const values = (of: (trend: Trend) => number | null) => periods.map(period => of(period) ?? Number.NaN)
  const series = (name: string, look: ChartSeries['look'], of: (trend: Trend) => number | null): ChartSeries => ({
    name,
    look,
    values: values(of),
  })
  const chart = (title: string, kind: Chart['kind'], all: readonly ChartSeries[], high?: number): Chart => ({
    title,
    summary: `${title} by ${by}, ${first.start} to ${last.start}. ${all.map(one => summaryOf(one, WORDS[kind])).join(' ')}`,
    labels,
    series: all,
    kind,
    write: WORDS[kind],
    ...(high !== undefined && { high }),
  })
  const lost = series('lost', 'bad-bars', one => one.minutesLost)
  const hasSaved = periods.some(({ minutesSaved }) => minutesSaved > 0)
  const charts = [
    chart(
      'Success rate',
      'share',
      [
        series('passed at last', 'line', one => one.successRate),
        series('passed at first', 'second-line', one => one.firstTimeRate),
      ],
      1,
    ),
    chart('Duration', 'ms', [
      series('median', 'line', one => one.durationP50Ms),
      series('95 % within', 'second-line', one => one.durationP95Ms),
    ]),
    chart('Runs', 'number', [series('runs', 'bars', one => one.runs), series('failed', 'bad-bars', one => one.failed)]),
    chart('Flake rate', 'share', [series('failed, then passed unchanged', 'bars', one => one.flakeRate)]),
    chart('Time to repair', 'ms', [series('from red to green', 'bars', one => one.mttrMs)]),
    hasSaved
      ? chart('Minutes lost and saved', 'number', [lost, series('saved', 'line', one => one.minutesSaved)])
      : chart('Minutes lost to re-runs', 'number', [lost]),
  ]
  return `<div class="charts">\n${charts.map((one, i) => chartFigure(one, `chart-${i}`)).join('\n')}\n</div>`
}

const WORDS = {
  number: numberWords,
  share: percentWords,
  ms: (ms: number) => durationWords(ms).replace(/ 0+[a-z]$/, ''),
} as const

function summaryOf({ name, values }: ChartSeries, write: Chart['write']): string {
  const known = values.filter(value => !Number.isNaN(value))
  if (known.length === 0) return `${name}: not known.`
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return `${name}: between ${write(low)} and ${write(high)}, ${write(known.at(-1) ?? 0)} at the end.`
}
