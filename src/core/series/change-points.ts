import { difference } from './compare.ts'
import { levelAndSpreadCost, levelCost, rateCost } from './costs.ts'
import { commonSlope, squaresLeft, withoutSlope } from './drift.ts'
import { grainOf, noiseOf } from './order.ts'
import { cheapestCuts } from './segments.ts'
import { tame } from './tame.ts'
import { foldModes } from './two-modes.ts'

/** No segment is shorter. */
const SHORTEST = 6
const SHORTEST_SPREAD = 8
const SHORTEST_RATE = 5
/** Penalties of one more segment, in units of twice the logarithm of the length: what candidates must earn, by kind. */
const PENALTY = { level: 3, spread: 1.4, rate: 2.5 }
/** Nats by which neighbours must differ to stay apart, in units of the logarithm of the length. */
const NEEDED = { level: 2.3, spread: 1.4 }
/** What a segment, and a slope, must save in the search for a common drift; in the same units. */
const DRIFT = { segment: 5, slope: 2, rounds: 3 }
/** A longer series is looked at in blocks. */
const LONGEST = 5000

/** A series as changes are looked for in it. */
export interface Changes {
  /** First positions of the segments but the first. */
  readonly cuts: readonly number[]
  /** The values on the scale on which segments have a level: logarithms, without a second mode and without drift. */
  readonly scaled: Float64Array
}

/**
 * Finds lasting changes of level, spread or rate. Candidates come from exact segmentation under two costs; those that a plain comparison of
 * their neighbours does not confirm are given up. Isolated spikes, weekends, two kinds of runners and a slow drift are no changes.
 */
export function findChanges(values: Float64Array): Changes {
  const trials = trialsOf(values)
  if (trials > 0) return { cuts: cutsOfRates(values, trials), scaled: values }
  const scaled = onScale(values)
  if (values.length <= LONGEST) return cutsOfValues(scaled)
  const size = Math.ceil(values.length / LONGEST)
  const { cuts } = cutsOfValues(blocks(scaled, size))
  return { cuts: cuts.map(cut => sharpest(scaled, cut * size, size)), scaled }
}

function cutsOfValues(scaled: Float64Array): Changes {
  const first = confirmedCuts(tame(scaled))
  const folded = foldModes(scaled, first)
  const flat = folded ?? scaled
  const tamed = tame(flat)
  const cuts = folded ? confirmedCuts(tamed) : first
  const drift = commonDrift(tamed, cuts)
  return drift ? { cuts: drift.cuts, scaled: withoutSlope(flat, drift.slope) } : { cuts, scaled: flat }
}

/** Outcomes and shares of a fixed number of trials: that number, up to 200; 0 for anything else. */
export function trialsOf(values: Float64Array): number {
  if (!values.every(value => value >= 0 && value <= 1)) return 0
  for (let trials = 1; trials <= 200; trials++)
    if (values.every(value => Math.abs(value * trials - Math.round(value * trials)) < 1e-6 * trials)) return trials
  return 0
}

function cutsOfRates(rates: Float64Array, trials: number): readonly number[] {
  const penalty = PENALTY.rate * 2 * Math.log(rates.length)
  return cheapestCuts({ length: rates.length, cost: rateCost(rates, trials), penalty, shortest: SHORTEST_RATE })
}

/** Durations and counts grow by factors: their logarithm; where there are zeros or signs, what is linear near zero and a logarithm far off. */
function onScale(values: Float64Array): Float64Array {
  if (values.every(value => value > 0)) return values.map(Math.log)
  const sizes = values.filter(value => value !== 0).map(Math.abs)
  const usual = sizes.length === 0 ? 1 : (sizes.sort()[sizes.length >> 1] as number)
  return values.map(value => Math.asinh(value / usual))
}

function confirmedCuts(values: Float64Array): readonly number[] {
  const { length } = values
  if (length < 2 * SHORTEST) return []
  const noise = Math.max(noiseOf(values), 1e-9)
  const unit = 2 * Math.log(length)
  const level = cheapestCuts({ length, cost: levelCost(values, noise ** 2), penalty: PENALTY.level * unit, shortest: SHORTEST })
  const cost = levelAndSpreadCost(values, Math.max(noise ** 2 / 20, grainOf(values) ** 2 / 12))
  const spread = cheapestCuts({ length, cost, penalty: PENALTY.spread * unit, shortest: SHORTEST_SPREAD })
  return confirmed(
    values,
    [...new Set([...level, ...spread])].sort((a, b) => a - b),
  )
}

/** Gives up the weakest cut as long as one is too weak. */
function confirmed(values: Float64Array, candidates: readonly number[]): readonly number[] {
  const cuts = [...candidates]
  const strengthAt = (i: number) => strength(values, cuts[i - 1] ?? 0, cuts[i] as number, cuts[i + 1] ?? values.length)
  const strengths = cuts.map((_, i) => strengthAt(i))
  for (;;) {
    const weakest = strengths.indexOf(Math.min(...strengths))
    if (weakest < 0 || (strengths[weakest] as number) >= Math.log(values.length)) return cuts
    cuts.splice(weakest, 1)
    strengths.splice(weakest, 1)
    for (const i of [weakest - 1, weakest]) if (i in cuts) strengths[i] = strengthAt(i)
  }
}

function strength(values: Float64Array, start: number, cut: number, end: number): number {
  const { level, spread } = difference(values.subarray(start, cut), values.subarray(cut, end))
  const nats = Math.max(level / NEEDED.level, spread / NEEDED.spread)
  return Math.min(cut - start, end - cut) < SHORTEST ? nats / 100 : nats
}

/** The drift that tells the series with fewer changes, and those that are left then. */
function commonDrift(values: Float64Array, cuts: readonly number[]) {
  const unit = Math.log(values.length)
  const total = (squares: number, segments: number) => values.length * Math.log(squares + 1e-12) + DRIFT.segment * unit * segments
  let best: { readonly slope: number; readonly cuts: readonly number[] } | undefined
  let cheapest = total(squaresLeft(values, cuts), cuts.length) - DRIFT.slope * unit
  let current = { slope: 0, cuts }
  for (let round = 0; round < DRIFT.rounds; round++) {
    const slope = current.slope + commonSlope(withoutSlope(values, current.slope), current.cuts)
    const flat = withoutSlope(values, slope)
    current = { slope, cuts: confirmedCuts(flat) }
    const cost = total(squaresLeft(flat, current.cuts), current.cuts.length)
    if (cost >= cheapest) continue
    cheapest = cost
    best = current
  }
  return best
}

/** The medians of `size` neighbours each. */
const blocks = (values: Float64Array, size: number) =>
  Float64Array.from({ length: Math.ceil(values.length / size) }, (_, i) => {
    const block = values.slice(i * size, (i + 1) * size).sort()
    return block[block.length >> 1] as number
  })

/** Of the positions near a cut between blocks, the one that parts the levels around it best. */
function sharpest(values: Float64Array, cut: number, size: number): number {
  const [start, end] = [Math.max(0, cut - 3 * size), Math.min(values.length, cut + 3 * size)]
  const near = tame(values.slice(start, end))
  let best = { at: cut, left: Number.POSITIVE_INFINITY }
  for (let at = Math.max(1, cut - start - size); at <= Math.min(near.length - 1, cut - start + size); at++) {
    const left = squaresLeft(near, [at])
    if (left < best.left) best = { at: start + at, left }
  }
  return best.at
}
