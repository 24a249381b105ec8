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
 * Where to cut a series so that its segments cost least: the first positions of all segments but the first.
 * Killick, Fearnhead and Eckley, "Optimal detection of changepoints with a linear computational cost", JASA 107, 2012 (PELT).
 */
export function cheapestCuts({ length, cost, penalty, shortest }: Division): readonly number[] {
  const totals = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(length + 1)
  totals[0] = -penalty
  let starts: number[] = []
  for (let end = shortest; end <= length; end++) {
    if (end === shortest || end >= 2 * shortest) starts.push(end - shortest)
    const without: number[] = []
    let best = Number.POSITIVE_INFINITY
    for (const start of starts) {
      const total = (totals[start] as number) + cost(start, end)
      without.push(total)
      if (total >= best) continue
      best = total
      previous[end] = start
    }
    totals[end] = best + penalty
    starts = stillPossible(starts, without, best + penalty)
  }
  return cutsBefore(previous, length)
}

function stillPossible(starts: readonly number[], totals: readonly number[], best: number): number[] {
  const kept = starts.filter((_, i) => (totals[i] as number) <= best)
  if (kept.length <= MOST_STARTS) return kept
  const limit = [...totals].sort((a, b) => a - b)[MOST_STARTS >> 1] ?? best
  return starts.filter((_, i) => (totals[i] as number) <= limit)
}

function cutsBefore(previous: Int32Array, length: number): readonly number[] {
  const cuts: number[] = []
  for (let at = previous[length] ?? 0; at > 0; at = previous[at] ?? 0) cuts.push(at)
  return cuts.reverse()
}
