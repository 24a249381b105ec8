import { logFactorial } from './log-factorial.ts'

/** Counts of two outcomes in two groups. */
export interface Table {
  readonly hits: number
  readonly misses: number
  readonly otherHits: number
  readonly otherMisses: number
}

/**
 * How likely so many hits in the first group, or more, would be if both groups were alike: the one-sided exact test of R. A. Fisher
 * ("Statistical Methods for Research Workers", 1934). 0..1. Counts are whole and not negative.
 */
export function fisherExact({ hits, misses, otherHits, otherMisses }: Table): number {
  const [group, other, all] = [hits + misses, otherHits + otherMisses, hits + otherHits]
  const total = group + other
  const fixed = logFactorial(group) + logFactorial(other) + logFactorial(all) + logFactorial(total - all) - logFactorial(total)
  let p = 0
  for (let k = hits; k <= Math.min(group, all); k++) {
    if (all - k > other) continue
    p += Math.exp(fixed - logFactorial(k) - logFactorial(group - k) - logFactorial(all - k) - logFactorial(other - all + k))
  }
  return Math.min(1, p)
}
