import type { Finding, Point } from '../model/series.ts'
import { findChanges, trialsOf } from './change-points.ts'
import { difference } from './compare.ts'
import { segmentsOf } from './drift.ts'
import { bounded, type Verdict } from './ensemble.ts'
import { median, spreadAround } from './order.ts'
import { findOutliers } from './outliers.ts'
import { tame } from './tame.ts'

const ALERT = 0.5
/** So many points after a change, and around an outlier, an alert tells nothing new. */
const EXPLAINED = { change: 30, outlier: 3 }

/** What is worth telling about a series, each thing once: lasting changes, outliers, and alerts that neither explains. In order of time. */
export function findingsOf(points: readonly Point[], verdicts: readonly Verdict[]): readonly Finding[] {
  const measured = points.flatMap(({ value }, i) => (Number.isNaN(value) ? [] : [i]))
  const values = Float64Array.from(measured, i => bounded(points[i]?.value ?? 0))
  const lasting = trialsOf(values) > 0 ? ratesThatChanged(values) : changesAndOutliers(values)
  const told = lasting.map(finding => ({ ...finding, index: measured[finding.index] ?? 0 }))
  const alerts = verdicts.flatMap((verdict, i) =>
    verdict.score >= ALERT && !isTold(told, i) ? [alert(points[i]?.value ?? 0, verdict, i)] : [],
  )
  return [...told, ...alerts].sort((a, b) => a.index - b.index)
}

function ratesThatChanged(values: Float64Array): readonly Finding[] {
  const parts = segmentsOf(values.length, findChanges(values).cuts)
  return neighbours(parts).map(([before, after]) => {
    const [older, newer] = [values.subarray(...before), values.subarray(...after)]
    return finding({
      kind: 'rate',
      detector: 'failure-rate',
      index: after[0],
      points: newer.length,
      observed: mean(newer),
      expected: mean(older),
      score: certainty(difference(older, newer).level, values.length),
    })
  })
}

function changesAndOutliers(values: Float64Array): readonly Finding[] {
  const { cuts, scaled } = findChanges(values)
  const parts = segmentsOf(values.length, cuts)
  const levels = parts.map(part => median(values.subarray(...part)))
  const changes = neighbours(parts).map(([before, after], i) => {
    const { level, spread } = difference(tame(scaled.slice(...before)), tame(scaled.slice(...after)))
    const at = { detector: 'change-point', index: after[0], points: after[1] - after[0] }
    const score = certainty(Math.max(level, spread), values.length)
    if (level >= spread) return finding({ ...at, kind: 'level', observed: levels[i + 1] ?? 0, expected: levels[i] ?? 0, score })
    const scatter = (part: Span, of: number) => spreadAround(values.subarray(...part), levels[of] ?? 0)
    return finding({ ...at, kind: 'spread', observed: scatter(after, i + 1), expected: scatter(before, i), score })
  })
  const outliers = findOutliers(scaled, cuts).map(({ index, segment, distance }) =>
    finding({
      kind: 'point',
      detector: 'robust',
      index,
      points: 1,
      observed: values[index] ?? 0,
      expected: levels[segment] ?? 0,
      score: certainty(distance ** 2 / 2, values.length),
    }),
  )
  return [...changes, ...outliers]
}

const alert = (observed: number, { score, detector, expected }: Verdict, index: number): Finding =>
  finding({
    kind: 'unusual',
    detector,
    index,
    points: 1,
    observed,
    expected: Number.isNaN(expected) ? observed : expected,
    score,
  })

type Span = readonly [start: number, end: number]

const neighbours = (parts: readonly Span[]) => parts.slice(1).map((after, i): readonly [Span, Span] => [parts[i] ?? after, after])

const finding = (found: Omit<Finding, 'direction'>): Finding => ({
  ...found,
  direction: found.observed < found.expected ? 'down' : 'up',
})

/** The probability of two stretches over one, when neither was likelier at first (Schwarz, "Estimating the dimension of a model", 1978). */
const certainty = (nats: number, length: number) => Math.round(1000 / (1 + Math.exp(1.5 * Math.log(length) - nats))) / 1000

const isTold = (told: readonly Finding[], index: number) =>
  told.some(({ kind, index: at }) =>
    kind === 'point'
      ? Math.abs(index - at) <= EXPLAINED.outlier
      : index >= at - EXPLAINED.outlier && index <= at + EXPLAINED.change,
  )

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
