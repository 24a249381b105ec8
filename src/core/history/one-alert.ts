import { isLasting, type Shift } from './shifts.ts'

/** What begins within so many points of another is the same. */
const SAME = { lasting: 6, single: 1 }

/**
 * One shift moves several metrics of a job: a slower step makes the job slower. Of those of one family that begin together, the surest
 * stays, the most specific where they are as sure.
 */
export function oneAlertEach(shifts: readonly Shift[]): readonly Shift[] {
  const kept: Shift[] = []
  for (const shift of [...shifts].sort(surestFirst)) if (!kept.some(other => isSame(shift, other))) kept.push(shift)
  return kept.sort((a, b) => startOf(a) - startOf(b))
}

const surestFirst = (a: Shift, b: Shift) => weightOf(b) - weightOf(a) || depthOf(b) - depthOf(a)
const weightOf = ({ finding }: Shift) => (isLasting(finding) ? 10 : 0) + Math.round(finding.score * 10)
const depthOf = ({ series: { metric } }: Shift) => (metric.id.startsWith('stepMs:') ? 2 : metric.id === 'testsMs' ? 1 : 0)

function isSame(a: Shift, b: Shift): boolean {
  if (a.series.job !== b.series.job || a.series.workflow !== b.series.workflow || a.series.repository !== b.series.repository)
    return false
  if (a.series.metric.family !== b.series.metric.family) return false
  if (a.finding.direction !== b.finding.direction) return false
  const points = isLasting(a.finding) || isLasting(b.finding) ? SAME.lasting : SAME.single
  return Math.abs(startOf(a) - startOf(b)) <= points * Math.max(stepOf(a), stepOf(b))
}

/** When it begins, in milliseconds. */
const startOf = ({ series, finding }: Shift): number => series.points[finding.index]?.at ?? 0

/** How far points are apart where the shift is, in milliseconds. */
function stepOf({ series: { points }, finding: { index } }: Shift): number {
  const [from, to] = [Math.max(0, index - 10), Math.min(points.length - 1, index + 10)]
  return ((points[to]?.at ?? 0) - (points[from]?.at ?? 0)) / Math.max(1, to - from)
}
