/** What a stretch of a series costs when told as one: twice a negative log-likelihood. `end` is exclusive. */
export type Cost = (start: number, end: number) => number

export interface Division {
  readonly length: number
  readonly cost: Cost
  /** What one more segment costs. */
  readonly penalty: number
  readonly shortest: number
}

/** Beyond so many places where the last segment may begin, the worst are given up: keeps long quiet series near linear. */
const MOST_STARTS = 300

/**
 * Where to cut a series so that its segments cost least: the first positions of all segments but the first. A start that another one beats is
 * given up, though only when a segment from there could be long enough.
 * Killick, Fearnhead and Eckley, "Optimal detection of changepoints with a linear computational cost", JASA 107, 2012 (PELT).
 */
export function cheapestCuts({ length, cost, penalty, shortest }: Division): readonly number[] {
  const totals = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(length + 1)
  const beatenAt = new Int32Array(length + 1).fill(length)
  totals[0] = -penalty
  let starts: number[] = []
  for (let end = shortest; end <= length; end++) {
    if (end === shortest || end >= 2 * shortest) starts.push(end - shortest)
    const ways = starts.map(start => (totals[start] as number) + cost(start, end))
    const best = Math.min(...ways)
    totals[end] = best + penalty
    previous[end] = starts[ways.indexOf(best)] ?? 0
    for (const [i, start] of starts.entries())
      if ((ways[i] as number) > best + penalty) beatenAt[start] = Math.min(end, beatenAt[start] as number)
    starts = fewEnough(starts, ways).filter(start => end < (beatenAt[start] as number) + shortest)
  }
  return cutsBefore(previous, length)
}

function fewEnough(starts: number[], ways: readonly number[]): number[] {
  if (starts.length <= MOST_STARTS) return starts
  const limit = [...ways].sort((a, b) => a - b)[MOST_STARTS >> 1] ?? 0
  return starts.filter((_, i) => (ways[i] as number) <= limit)
}

function cutsBefore(previous: Int32Array, length: number): readonly number[] {
  const cuts: number[] = []
  for (let at = previous[length] ?? 0; at > 0; at = previous[at] ?? 0) cuts.push(at)
  return cuts.reverse()
}
