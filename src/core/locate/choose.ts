/**
 * How many of the most probable lines to show. The best threshold for F1 is a share of the best probability (compare Lipton et al.,
 * "Optimal Thresholding of Classifiers to Maximize F1", 2014); where much is expected to be marked, people mark more loosely.
 */
export function chooseCount(descending: readonly number[]): number {
  const best = descending[0] ?? 0
  const expected = descending.reduce((sum, p) => sum + p, 0)
  const share = Math.min(HIGHEST, Math.max(LOWEST, HIGHEST - SLOPE * Math.log2(Math.max(1, expected / SMALL))))
  const count = descending.findIndex(p => p < best * share)
  return count === -1 ? descending.length : count
}

const HIGHEST = 0.5
const LOWEST = 0.25
const SLOPE = 0.05
const SMALL = 15
