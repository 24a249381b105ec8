import type { Finding } from '../model/series.ts'
import { scoreSeries } from '../series/score.ts'
import type { MetricSeries } from './series.ts'

/** What is worth telling about a metric of a job: one finding, and where it ended. */
export interface Shift {
  readonly series: MetricSeries
  readonly finding: Finding
  /** Index of the first point that is as before again; null where it lasts, or was one point only. */
  readonly end: number | null
}

/** Beyond that, a series begins later: what was a thousand runs ago is nobody's yardstick. */
const MOST_POINTS = 2000
/** How sure a lasting shift must be, and how sure a single point; of an alert that neither explains, its score. */
const SURE = { lasting: 0.9, point: 0.99, unusual: 0.75 }
/** Less than this part of the level before is no news, however sure. */
const LEAST_CHANGE = { lasting: 0.05, lone: 0.25 }
/** Fewer points than that do not last. */
const LEAST_POINTS = 5
/** What comes nearer than that part of the way back to where it was has ended. */
const BACK = 0.25

/** The newest points of a series that are looked at. */
const recentPart = (series: MetricSeries): MetricSeries =>
  series.points.length <= MOST_POINTS ? series : { ...series, points: series.points.slice(-MOST_POINTS) }

/** The shifts of a series, in order of time: each once, with its end where it ended. */
export function shiftsOf(whole: MetricSeries): readonly Shift[] {
  if (whole.metric.unwatched) return []
  const series = recentPart(whole)
  const findings = scoreSeries(series.points).findings.filter(finding => isWorthTelling(finding, series))
  const shifts: Shift[] = []
  for (const finding of findings) {
    const before = shifts.findLast(shift => isLasting(shift.finding))
    if (before && before.end === null && isLasting(finding) && isBack(before.finding, finding))
      shifts[shifts.indexOf(before)] = { ...before, end: finding.index }
    else shifts.push({ series, finding, end: null })
  }
  return shifts
}

export const isLasting = ({ kind }: Finding): boolean => kind === 'level' || kind === 'spread' || kind === 'rate'

function isWorthTelling(finding: Finding, { metric }: Pick<MetricSeries, 'metric'>): boolean {
  const { kind, score, points, observed, expected, direction } = finding
  const least = isLasting(finding) ? LEAST_CHANGE.lasting : LEAST_CHANGE.lone
  const isSmall = Math.abs(observed - expected) <= least * Math.max(Math.abs(expected), Number.MIN_VALUE)
  if (kind === 'spread' && metric.unit === 'count') return false
  if (isLasting(finding)) return score >= SURE.lasting && points >= LEAST_POINTS && !isSmall
  return metric.lone === direction && score >= (kind === 'point' ? SURE.point : SURE.unusual) && !isSmall
}

const isBack = (shift: Finding, next: Finding): boolean =>
  shift.kind === next.kind && Math.abs(next.observed - shift.expected) <= BACK * Math.abs(shift.observed - shift.expected)
