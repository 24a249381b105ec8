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

/** The same among lines that no green log prints: being new is evidence of its own, so little else is asked for. */
export const chooseCountOfNovel = (descending: readonly number[]): number => countAbove(descending, (descending[0] ?? 0) * NOVEL_SHARE)

const NOVEL_SHARE = 0.02

function countAbove(descending: readonly number[], threshold: number): number {
  const count = descending.findIndex(p => p < threshold)
  return count === -1 ? descending.length : count
}
