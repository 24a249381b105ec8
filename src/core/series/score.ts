import type { Point, SeriesScore } from '../model/series.ts'
import { beginEnsemble, judgeNext } from './ensemble.ts'
import { findingsOf } from './findings.ts'

/** Scores each point by what came before it, and finds outliers and lasting changes in the series as a whole. */
export function scoreSeries(points: readonly Point[]): SeriesScore {
  const ensemble = beginEnsemble()
  const verdicts = points.map(point => judgeNext(ensemble, point))
  const findings = findingsOf(points, verdicts)
  const indexes = (isWanted: (kind: string) => boolean) => findings.filter(({ kind }) => isWanted(kind)).map(({ index }) => index)
  return {
    scores: verdicts.map(({ score }) => score),
    anomalies: indexes(kind => kind === 'point'),
    changePoints: indexes(kind => kind === 'level' || kind === 'spread' || kind === 'rate'),
    findings,
  }
}
