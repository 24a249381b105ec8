import { segmentsOf } from './drift.ts'
import { median, quantile } from './order.ts'

/** Two modes count as such when they are so many standard deviations apart, */
const APART = 4
/** when each has at least this share of the points, */
const SHARE = 0.12
/** and when the fifth between them is this much emptier than the smaller one. */
const BETWEEN = 0.3
/** A stretch up to this long that lies one gap above the one before is a run of the upper mode. */
const LONGEST_RUN = 30
const ROUNDS = 3

/**
 * Takes the higher of two modes down to the lower one: a job that runs now on a fast machine, now on a slow one, or a weekend, is no change
 * each time. `cuts` are the changes found so far. Returns undefined for a series of one mode.
 */
export function foldModes(values: Float64Array, cuts: readonly number[]): Float64Array | undefined {
  const segments = segmentsOf(values.length, cuts)
  let base = levels(segments, values.length, (start, end) => quantile(values.subarray(start, end), 0.35))
  let gap = 0
  for (let round = 0; round < ROUNDS; round++) {
    gap = gapOfModes(values.map((value, i) => value - (base[i] as number)))
    if (gap === 0) return undefined
    const folded = fold(values, base, gap)
    base = levels(segments, values.length, (start, end, before) => {
      const level = median(folded.subarray(start, end))
      const isRun = end - start <= LONGEST_RUN && Math.abs(level - before - gap) < gap / 5
      return isRun ? before : level
    })
  }
  return fold(values, base, gap)
}

/** The level of each point's segment; `of` is told that of the segment before, too. */
function levels(
  segments: ReturnType<typeof segmentsOf>,
  length: number,
  of: (start: number, end: number, before: number) => number,
): Float64Array {
  const all = new Float64Array(length)
  let before = Number.NaN
  for (const [start, end] of segments) {
    before = of(start, end, before)
    all.fill(before, start, end)
  }
  return all
}

const fold = (values: Float64Array, base: Float64Array, gap: number) =>
  values.map((value, i) => (value - (base[i] as number) < gap / 2 ? value : value - gap))

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
