import { median, quantile } from './order.ts'

/** Two modes count as such when they are so many standard deviations apart, */
const APART = 4
/** when each has at least this share of the points, */
const SHARE = 0.12
/** and when the fifth between them is this much emptier than the smaller one. */
const BETWEEN = 0.3
const ROUNDS = 3

/**
 * Takes the higher of two modes down to the lower one: a job that runs now on a fast machine, now on a slow one, or a weekend, is no change
 * each time. `cuts` are the changes found so far. Returns undefined for a series of one mode.
 */
export function foldModes(values: Float64Array, cuts: readonly number[]): Float64Array | undefined {
  const base = new Float64Array(values.length)
  const edges = [0, ...cuts, values.length]
  forEachSegment(edges, (start, end) => base.fill(quantile(values.subarray(start, end), 0.35), start, end))
  let gap = 0
  for (let round = 0; round < ROUNDS; round++) {
    gap = gapOfModes(values.map((value, i) => value - (base[i] as number)))
    if (gap === 0) return undefined
    const folded = fold(values, base, gap)
    forEachSegment(edges, (start, end) => base.fill(median(folded.subarray(start, end)), start, end))
  }
  return fold(values, base, gap)
}

const fold = (values: Float64Array, base: Float64Array, gap: number) =>
  values.map((value, i) => (value - (base[i] as number) < gap / 2 ? value : value - gap))

function forEachSegment(edges: readonly number[], visit: (start: number, end: number) => void) {
  for (let i = 0; i + 1 < edges.length; i++) visit(edges[i] as number, edges[i + 1] as number)
}

/** How far the upper mode is above the lower one, by 2-means without the outermost points; 0 where there are no two. */
function gapOfModes(offsets: Float64Array): number {
  const low = quantile(offsets, 0.02)
  const high = quantile(offsets, 0.96)
  const inner = offsets.map(offset => Math.min(high, Math.max(low, offset)))
  let centres = { lower: quantile(inner, 0.2), upper: quantile(inner, 0.9), share: 0 }
  for (let round = 0; round < 20; round++) {
    const next = meansAround(inner, (centres.lower + centres.upper) / 2)
    if (next === undefined) return 0
    if (next.lower === centres.lower && next.upper === centres.upper) break
    centres = next
  }
  const { lower, upper, share } = centres
  const gap = upper - lower
  const middle = (lower + upper) / 2
  const within = Math.sqrt(inner.reduce((sum, x) => sum + (x - (x < middle ? lower : upper)) ** 2, 0) / inner.length)
  const between = inner.reduce((count, x) => count + (Math.abs(x - middle) < gap / 10 ? 1 : 0), 0)
  const isApart = gap >= APART * within && gap > 0
  const isShared = share >= SHARE && share <= 1 / 2
  return isApart && isShared && between <= BETWEEN * share * inner.length ? gap : 0
}

function meansAround(values: Float64Array, border: number) {
  let [below, above, count] = [0, 0, 0]
  for (const value of values) {
    if (value < border) {
      below += value
      count++
    } else above += value
  }
  const others = values.length - count
  if (count === 0 || others === 0) return undefined
  return { lower: below / count, upper: above / others, share: others / values.length }
}
