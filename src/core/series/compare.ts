import { median } from './order.ts'

/** How well two stretches are told apart, in nats of log-likelihood over telling them as one. */
export interface Difference {
  readonly level: number
  readonly spread: number
}

/** Compares two stretches by their means, and by the square roots of the distances from their medians, which spikes hardly move. */
export function difference(before: Float64Array, after: Float64Array): Difference {
  return { level: ratio(before, after), spread: ratio(distances(before), distances(after)) }
}

/** The likelihood ratio behind Student's test: one common variance, two means or one. */
function ratio(a: Float64Array, b: Float64Array): number {
  const count = a.length + b.length
  const [meanA, meanB] = [mean(a), mean(b)]
  const between = ((a.length * b.length) / count) * (meanA - meanB) ** 2
  if (between === 0) return 0
  const within = squares(a, meanA) + squares(b, meanB)
  return (count / 2) * Math.log1p(between / Math.max(within, between * 1e-12))
}

function distances(values: Float64Array): Float64Array {
  const centre = median(values)
  return values.map(value => Math.sqrt(Math.abs(value - centre)))
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length

const squares = (values: Float64Array, centre: number) => values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
