import type { Point, SeriesScore } from '../model/series.ts'
import { beginEnsemble, scoreNext } from './ensemble.ts'

/** Scores a whole series. */
export function scoreSeries(points: readonly Point[]): SeriesScore {
  const ensemble = beginEnsemble()
  return { scores: points.map(point => scoreNext(ensemble, point)), anomalies: [], changePoints: [] }
}
