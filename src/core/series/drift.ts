/** The slope that all segments have in common, in units a point: least squares with a level of its own for each. */
export function commonSlope(values: Float64Array, cuts: readonly number[]): number {
  let together = 0
  let alone = 0
  for (const [start, end] of segmentsOf(values.length, cuts)) {
    const mean = meanOf(values, start, end)
    const centre = (start + end - 1) / 2
    for (let i = start; i < end; i++) {
      together += (i - centre) * ((values[i] as number) - mean)
      alone += (i - centre) ** 2
    }
  }
  return alone === 0 ? 0 : together / alone
}

export const withoutSlope = (values: Float64Array, slope: number): Float64Array => values.map((value, i) => value - slope * i)

/** Sum of squared distances from the levels of the segments. */
export function squaresLeft(values: Float64Array, cuts: readonly number[]): number {
  let sum = 0
  for (const [start, end] of segmentsOf(values.length, cuts)) {
    const mean = meanOf(values, start, end)
    for (let i = start; i < end; i++) sum += ((values[i] as number) - mean) ** 2
  }
  return sum
}

/** First and last-but-one-past positions of the stretches between cuts. */
export function segmentsOf(length: number, cuts: readonly number[]): readonly (readonly [start: number, end: number])[] {
  const edges = [0, ...cuts, length]
  return edges.slice(1).map((end, i) => [edges[i] as number, end] as const)
}

function meanOf(values: Float64Array, start: number, end: number): number {
  let sum = 0
  for (let i = start; i < end; i++) sum += values[i] as number
  return sum / (end - start)
}
