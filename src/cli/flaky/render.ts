import type { Share, TestFlakiness, TestState } from '../../core/model/flakiness.ts'
import { createPaint, type Paint } from '../../core/report/paint.ts'
import { cutMiddle, wrap } from '../../core/report/width.ts'
import { adviceOn } from './advice.ts'

/** A job is told like a test without a name. */
export type JobFlakiness = Omit<TestFlakiness, 'name'>

export interface Found {
  /** Each list with the worst first. */
  readonly tests: readonly TestFlakiness[]
  readonly jobs: readonly JobFlakiness[]
  /** How many days were looked at. */
  readonly days: number
}

export interface Terminal {
  /** Columns. */
  readonly width: number
  readonly color: boolean
  /** Makes one line of text fit to be shown. */
  safe(text: string): string
}

interface Page extends Terminal {
  readonly paint: Paint
}

type Judged = JobFlakiness & { readonly name?: string }

const MOST = 30

/** What `sherpa flaky` shows: tests and jobs that are not healthy, how they did over time, and what to do. Ends in a line feed. */
export function renderFlaky({ tests, jobs, days }: Found, given: Terminal): string {
  if (tests.length + jobs.length === 0) return `• nothing failed within ${spanWords(days)}, as far as the history tells\n`
  const page: Page = { ...given, paint: createPaint(given) }
  const jobOf = placesOf([...tests, ...jobs])
  const isTold = ({ state }: Judged) => state !== 'healthy'
  const told = tests.filter(isTold)
  const groups = [...Map.groupBy(told.slice(0, MOST), jobOf)].map(([job, members]) => ({
    title: page.safe(job),
    lines: members.map(one => row(one, one.name, page)),
  }))
  const nameOf = (one: Judged) => [jobOf(one), one.name].filter(Boolean).join(' › ')
  const parts = [
    ...groups,
    { title: 'Jobs', lines: jobs.filter(isTold).map(one => row(one, jobOf(one), page)) },
    { title: 'Next', lines: steps(adviceOn<Judged>([...tests, ...jobs], nameOf), page) },
  ].filter(({ lines }) => lines.length > 0)
  const more = told.length > MOST ? [`  ${page.paint.quiet(`… and ${told.length - MOST} more tests: --json lists all`)}`] : []
  return [
    headline(tests, days, page) + (told.length > 0 ? `\n\n${page.paint.quiet(LEGEND)}` : ''),
    ...parts.map(({ title, lines }) => [`  ${page.paint.title(title)}`, ...lines].join('\n')),
    ...more,
  ]
    .map(part => `${part}\n`)
    .join('\n')
}

/** Names of jobs, with as much before them as tells them apart. */
function placesOf(all: readonly Judged[]): (one: Judged) => string {
  const several = (values: readonly string[]) => new Set(values).size > 1
  const repositories = several(all.map(({ repository }) => repository))
  const workflows = several(all.map(({ repository, workflow }) => JSON.stringify([repository, workflow])))
  return ({ repository, workflow, job }) =>
    [repositories ? repository : '', workflows ? workflow : '', job].filter(Boolean).join(' › ')
}

const spanWords = (days: number) => (days >= 2 ? `${Math.round(days)} days` : `${Math.round(days * 24)} hours`)

function headline(tests: readonly TestFlakiness[], days: number, { paint }: Page): string {
  const counts = Map.groupBy(tests, ({ state }) => state)
  const told = (['broken', 'flaky', 'fixed', 'healthy'] as const)
    .filter(state => counts.has(state))
    .map(state => `${counts.get(state)?.length} ${state}`)
  const sign = counts.has('broken') || counts.has('flaky') ? paint.bad('✖') : paint.good('✔')
  return `${sign} ${paint.headline(`${told.join(', ') || 'none'} of ${tests.length} tests that failed within ${spanWords(days)}`)}`
}

function row(
  { state, rate, interval, failures, runs, trend, since, evidence }: Judged,
  name: string,
  { width, paint, safe }: Page,
) {
  const wasFlaky = state === 'flaky' || (state === 'fixed' && evidence.ever > 0.5)
  const date = (since?.at ?? '').slice(0, 10)
  const room = width - INDENT - COLUMNS
  return [
    ' '.repeat(INDENT) + paint[TONES[state]](state.padEnd(6)),
    (wasFlaky ? percent(rate) : '').padStart(6),
    paint.quiet((wasFlaky ? `${percent(interval[0])}–${percent(interval[1])}` : '').padEnd(13)),
    `${failures}/${runs}`.padStart(9),
    paint.quiet(sparkline(trend)),
    paint.quiet(date.padEnd(10)),
    paint.name(cutMiddle(safe(name), Math.max(NARROWEST, room), '…')),
  ].join('  ')
}

const steps = (advice: readonly string[], { width, safe }: Page): string[] =>
  advice.flatMap((text, at) =>
    wrap(safe(text), Math.min(width, MEASURE) - 5).map((line, index) => `  ${index === 0 ? `${at + 1}. ` : '   '}${line}`),
  )

/** Prose wider than this is hard to read. */
const MEASURE = 96
const LEGEND = `  ${['state '.padEnd(6), '  rate', '95 % between '.padEnd(13), '   failed', 'over time   ', 'since'].join('  ')}`
const INDENT = 2
/** Of everything before the name. */
const COLUMNS = 6 + 6 + 13 + 9 + 12 + 10 + 6 * 2
const NARROWEST = 24

const TONES = { broken: 'bad', flaky: 'doubtful', fixed: 'good', healthy: 'quiet' } as const satisfies Record<TestState, string>

const percent = (share: number) => `${(share * 100).toFixed(share < 0.0995 ? 1 : 0)}%`

const BARS = '▁▂▃▄▅▆▇█'

/** The share of failures over time, two parts at once; a gap where nothing ran. On a root scale, so that one in a hundred is seen. */
function sparkline(trend: readonly Share[]): string {
  const bars = trend.flatMap((part, at) => {
    if (at % 2 > 0) return []
    const [failures, runs] = [part[0] + (trend[at + 1]?.[0] ?? 0), part[1] + (trend[at + 1]?.[1] ?? 0)]
    return runs === 0 ? ' ' : BARS[Math.ceil(Math.sqrt(failures / runs) * (BARS.length - 1))]
  })
  return bars.join('')
}
