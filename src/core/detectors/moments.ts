/** Mean and variance that forget, and how wide the spread usually is. */
export interface Moments {
  count: number
  mean: number
  variance: number
  /** Mean of all standard deviations seen; keeps a quiet stretch from making everything after it odd. */
  usualSpread: number
}

export const beginMoments = (): Moments => ({ count: 0, mean: 0, variance: 0, usualSpread: 0 })

/**
 * Takes a value in with weight `rate`; while there are fewer than 1/rate values all weigh the same.
 * Finch, "Incremental calculation of weighted mean and variance", 2009, section 9.
 */
export function addToMoments(moments: Moments, value: number, rate: number): void {
  moments.count++
  const weight = Math.max(rate, 1 / moments.count)
  const distance = value - moments.mean
  moments.mean += weight * distance
  moments.variance = (1 - weight) * (moments.variance + weight * distance * distance)
  moments.usualSpread += (Math.sqrt(moments.variance) - moments.usualSpread) / moments.count
}

/** Farther away all is equally odd: one wild value after a silence must not make everything after it look tame. */
export const FARTHEST = 30

/** How many standard deviations a value is away, up to {@link FARTHEST}; the deviation counts as at least a twentieth of the usual one. */
export function standardDistance({ mean, variance, usualSpread }: Moments, value: number): number {
  const distance = Math.abs(value - mean)
  if (distance === 0) return 0
  const deviation = Math.max(Math.sqrt(variance), usualSpread / 20, Math.abs(mean) * 1e-9, Number.MIN_VALUE)
  return Math.min(FARTHEST, distance / deviation)
}
