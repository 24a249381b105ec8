import type { Point, SeriesScore } from '../model/series.ts'

/** Scores a whole series. */
export function scoreSeries(points: readonly Point[]): SeriesScore {
  let n = 0
  let mean = 0
  let squares = 0
  const scores = points.map(({ value }) => {
    if (Number.isNaN(value)) return 0
    const deviation = Math.abs(value - mean)
    const sd = Math.sqrt(squares / Math.max(1, n))
    n++
    const delta = value - mean
    mean += delta / n
    squares += delta * (value - mean)
    const z = n > 10 && sd > 0 ? deviation / sd : 0
    return z / (z + 4)
  })
  return { scores, anomalies: [], changePoints: [] }
}
