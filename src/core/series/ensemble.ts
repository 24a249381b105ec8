import { detectors } from '../detectors/index.ts'
import type { Detector, Point } from '../model/series.ts'
import { beginTail, rarity, type Tail } from './tail.ts'

/** The one configuration: who has a say, in every series. */
const MEMBERS = new Set(['ewma', 'spread', 'record', 'seasonal', 'short-pattern', 'long-pattern'])
/** No single detector may say more than that. */
const MOST = 10
/** Sum of rarities (-log10 of probabilities) at which a point is an alert: scores 0.5. */
const ALERT = 4.65
/** An alert fades over this share of the points so far, and at least over this many. */
const REST = { share: 0.03, least: 30 }
/** What a later point must have beyond what is left of an earlier one to say something new. */
const MORE = 0.5
/** Beyond this, squares would no longer be numbers. */
const LARGEST = 1e100

/** Everything known about a series so far. */
export interface Ensemble {
  readonly members: readonly Member[]
  seen: number
  /** What is left of the last rarity that was told. */
  told: number
}

interface Member {
  readonly detector: Detector
  readonly state: unknown
  readonly tail: Tail
}

export const beginEnsemble = (): Ensemble => ({
  members: detectors
    .filter(({ id }) => MEMBERS.has(id))
    .map(detector => ({ detector, state: detector.begin(), tail: beginTail() })),
  seen: 0,
  told: 0,
})

/** The score of the next point, 0..1: how rare it is by all detectors together, where that is news. A missing value scores 0. */
export function scoreNext(ensemble: Ensemble, point: Point): number {
  if (Number.isNaN(point.value)) return 0
  const value = Math.min(LARGEST, Math.max(-LARGEST, point.value))
  let sum = 0
  for (const { detector, state, tail } of ensemble.members) {
    const { oddity } = detector.next(state, value === point.value ? point : { ...point, value })
    if (!Number.isNaN(oddity)) sum += Math.min(MOST, rarity(tail, oddity))
  }
  ensemble.told *= Math.exp(-1 / Math.max(REST.least, ensemble.seen * REST.share))
  ensemble.seen++
  if (sum <= ensemble.told + MORE) return 0
  ensemble.told = sum
  return Math.round((sum / (sum + ALERT)) * 1e6) / 1e6
}
