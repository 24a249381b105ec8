/**
 * How many of the most probable lines to show. The best threshold for F1 is a share of the best probability (compare Lipton et al.,
 * "Optimal Thresholding of Classifiers to Maximize F1", 2014); where much is expected to be marked, people mark more loosely.
 */
export function chooseCount(descending: readonly number[]): number {
  const best = descending[0] ?? 0
  const expected = descending.reduce((sum, p) => sum + p, 0)
  const share = Math.min(HIGHEST, Math.max(LOWEST, HIGHEST - SLOPE * Math.log2(Math.max(1, expected / SMALL))))
  return countAbove(descending, best * share)
}

const HIGHEST = 0.35
const LOWEST = 0.02
const SLOPE = 0.08
const SMALL = 30

/** The same with a green log at hand, when what it prints, too, is already scored down: what stands out is what to read. */
export const chooseCountCompared = (descending: readonly number[]): number =>
  countAbove(descending, (descending[0] ?? 0) * COMPARED_SHARE)

const COMPARED_SHARE = 0.05

function countAbove(descending: readonly number[], threshold: number): number {
  const count = descending.findIndex(p => p < threshold)
  return count === -1 ? descending.length : count
}
