import type { Trend, Trends } from '../../core/history/trends.ts'
import { countWords, durationWords, numberWords, percentWords } from '../../core/history/words.ts'
import { plot } from '../terminal/plot.ts'
import { plain, type Style } from '../terminal/style.ts'
import { type Column, table } from '../terminal/table.ts'

/** Stretches in the table; the plots show all. */
const MOST_ROWS = 16

/** Trends for a person: what holds for all of it, plots, and a table of the newest stretches. */
export function picture({ by, periods, total }: Trends, style: Style): string {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!total || !first || !last) return 'the history holds no such runs\n'
  const values = (of: (trend: Trend) => number | null) => periods.map(period => of(period) ?? Number.NaN)
  const ends = { from: first.start, to: last.start }
  const parts = [
    totals(total, style),
    plot(
      {
        ...ends,
        title: `Success rate by ${by}`,
        values: values(trend => trend.successRate),
        write: percentWords,
        low: 0,
        high: 1,
      },
      style,
    ),
    plot({ ...ends, title: 'Duration, median', values: values(trend => trend.durationP50Ms), write: durationWords }, style),
    plot({ ...ends, title: 'Minutes lost to re-runs', values: values(trend => trend.minutesLost), write: numberWords }, style),
    table(periods.slice(-MOST_ROWS).reverse(), COLUMNS, style),
  ]
  return plain(parts.join('\n'), style)
}

function totals(total: Trend, { paint }: Style): string {
  const {
    runs,
    failed,
    successRate,
    firstTimeRate,
    flakeRate,
    durationP50Ms,
    durationP95Ms,
    mttrMs,
    repairs,
    minutesLost,
    minutesSaved,
  } = total
  const rows: readonly (readonly [string, string])[] = [
    ['runs', `${numberWords(runs)}, ${numberWords(failed)} failed`],
    ['success', `${percentWords(successRate)} (${percentWords(firstTimeRate)} at first)`],
    ['flaky', `${percentWords(flakeRate)} failed, then passed unchanged`],
    ['duration', `median ${durationWords(durationP50Ms)}, p95 ${durationWords(durationP95Ms)}`],
    ['repair', repairs === 0 ? 'nothing to repair' : `${durationWords(mttrMs)} on average (${countWords(repairs, 'repair')})`],
    ['minutes', `${numberWords(minutesLost)} lost to re-runs, ${numberWords(minutesSaved)} saved`],
  ]
  return `${rows.map(([name, value]) => `${paint.quiet(name.padEnd(9))} ${value}`).join('\n')}\n`
}

const COLUMNS: readonly Column<Trend>[] = [
  { title: 'from', text: ({ start }) => start, look: () => 'quiet' },
  { title: 'runs', text: ({ runs }) => numberWords(runs), align: 'right' },
  { title: 'success', text: ({ successRate }) => percentWords(successRate), align: 'right', look: toneOf },
  { title: 'flaky', text: ({ flakeRate }) => percentWords(flakeRate), align: 'right', goes: 3 },
  { title: 'median', text: ({ durationP50Ms }) => durationWords(durationP50Ms), align: 'right' },
  { title: 'p95', text: ({ durationP95Ms }) => durationWords(durationP95Ms), align: 'right', goes: 4 },
  { title: 'repair', text: ({ mttrMs }) => durationWords(mttrMs), align: 'right', goes: 5 },
  { title: 'min. lost', text: ({ minutesLost }) => numberWords(minutesLost), align: 'right', goes: 6 },
  { title: 'min. saved', text: ({ minutesSaved }) => numberWords(minutesSaved), align: 'right', goes: 7 },
]

function toneOf({ successRate }: Trend) {
  if (successRate === null) return undefined
  return successRate >= 0.9 ? 'good' : successRate >= 0.7 ? 'doubtful' : 'bad'
}
