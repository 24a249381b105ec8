import { segmentsOf } from './drift.ts'
import { median, quantile, spreadAround } from './order.ts'

/** A single point far from the others of its segment. */
export interface Outlier {
  readonly index: number
  /** Which segment it is in, from 0. */
  readonly segment: number
  /** In standard deviations of the segment, or of the series where that scatters more. */
  readonly distance: number
}

const FAR = 4.5
/** What a tenth of the points reaches is no outlier: one is so many times farther away. */
const BEYOND_USUAL = 1.5

/** The outliers of a series; `scaled` and `cuts` as `findChanges` returns them. */
export function findOutliers(scaled: Float64Array, cuts: readonly number[]): readonly Outlier[] {
  const segments = segmentsOf(scaled.length, cuts)
  const distances = distancesIn(scaled, segments)
  const far = Math.max(FAR, BEYOND_USUAL * quantile(distances, 0.9))
  return segments.flatMap(([start, end], segment) => {
    const outliers: Outlier[] = []
    for (let index = start; index < end; index++) {
      const distance = distances[index] as number
      if (distance > far) outliers.push({ index, segment, distance })
    }
    return outliers
  })
}

/** From the median of the segment, in standard deviations. */
function distancesIn(scaled: Float64Array, segments: readonly (readonly [start: number, end: number])[]): Float64Array {
  const distances = new Float64Array(scaled.length)
  for (const [start, end] of segments) {
    const level = median(scaled.subarray(start, end))
    for (let i = start; i < end; i++) distances[i] = Math.abs((scaled[i] as number) - level)
  }
  const usual = spreadAround(distances, 0)
  for (const [start, end] of segments) {
    const deviation = Math.max(usual, spreadAround(distances.subarray(start, end), 0), 1e-9)
    for (let i = start; i < end; i++) distances[i] = (distances[i] as number) / deviation
  }
  return distances
}
