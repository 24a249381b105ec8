import type { Anomaly } from '../model/diagnosis.ts'
import type { Point } from '../model/series.ts'
import { explain } from './explain.ts'
import { scoreSeries } from './score.ts'

/** A metric of one workflow or job over its runs, oldest first. */
export interface MetricHistory {
  readonly repository: string
  readonly workflow: string
  readonly job: string | null
  /** With its unit: `durationMs`, `failureRate`. */
  readonly metric: string
  readonly points: readonly (Point & { readonly run: number | null })[]
}

/** What is unusual in a metric's history, each shift once, in order of time. */
export function anomaliesOf({ points, ...where }: MetricHistory): readonly Anomaly[] {
  return scoreSeries(points).findings.map(finding => {
    const { kind, detector, observed, expected, score, direction } = finding
    const first = points[finding.index]
    const at = timeOf(first?.at ?? Number.NaN)
    const lasts = kind !== 'point' && kind !== 'unusual'
    return {
      ...where,
      detector,
      run: first?.run ?? null,
      at,
      since: lasts ? at : null,
      observed,
      expected,
      score,
      direction,
      explanation: explain(finding, points),
    }
  })
}

const timeOf = (at: number) => (Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : null)
