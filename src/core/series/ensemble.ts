import { detectors } from '../detectors/index.ts'
import type { Detector, Point } from '../model/series.ts'
import { beginTail, rarity, type Tail } from './tail.ts'

/** The one configuration: what the word of each detector weighs, in every series. Who has no opinion on a kind of metric stays silent. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'short-pattern': 1,
  'long-pattern': 1,
  seasonal: 1,
  ewma: 1,
  spread: 1,
  record: 1,
  'failure-rate': 1,
  'new-template': 1,
  'z-score': 0.3,
  robust: 0.3,
  'change-point': 0.3,
}
/** No single detector may say more than that. */
const MOST = 10
/** Sum of rarities (-log10 of probabilities) at which a point is an alert, that is, scores 0.5. */
const ALERT = 6.5
/** An alert fades over this share of the points so far, and at least over so many. */
const REST = { share: 0.03, least: 30 }
/** By how much a later point must exceed what is left of an earlier one to be news. */
const MORE = 0.5
/** Beyond this, squares would no longer be numbers. */
const LARGEST = 1e100

/** Everything known about a series so far, of bounded size. */
export interface Ensemble {
  readonly members: readonly Member[]
  seen: number
  /** What is left of the last rarity that was told. */
  told: number
}

interface Member {
  readonly detector: Detector
  readonly weight: number
  readonly state: unknown
  readonly tail: Tail
}

export const beginEnsemble = (): Ensemble => ({
  members: detectors.map(detector => ({
    detector,
    weight: WEIGHTS[detector.id] ?? 1,
    state: detector.begin(),
    tail: beginTail(),
  })),
  seen: 0,
  told: 0,
})

/** What the detectors together say about a point. */
export interface Verdict {
  /** 0..1; an alert from 0.5 on. 0 for what an earlier alert already said, and for a missing value. */
  readonly score: number
  /** Who found it oddest. */
  readonly detector: string
  /** What that one would have called ordinary, in the metric's unit. */
  readonly expected: number
}

const SILENCE: Verdict = { score: 0, detector: '', expected: Number.NaN }

/** Judges the next point by how rare it is in the eyes of all detectors, where that is news. */
export function judgeNext(ensemble: Ensemble, point: Point): Verdict {
  if (Number.isNaN(point.value)) return SILENCE
  const { rare, detector, expected } = rarityOf(ensemble.members, { ...point, value: bounded(point.value) })
  ensemble.told *= Math.exp(-1 / Math.max(REST.least, ensemble.seen * REST.share))
  ensemble.seen++
  if (rare <= ensemble.told + MORE) return SILENCE
  ensemble.told = rare
  return { score: Math.round((rare / (rare + ALERT)) * 1e6) / 1e6, detector, expected }
}

function rarityOf(members: readonly Member[], point: Point) {
  let oddest = { rare: 0, detector: '', expected: Number.NaN }
  let rare = 0
  for (const { detector, weight, state, tail } of members) {
    const { oddity, expected } = detector.next(state, point)
    if (Number.isNaN(oddity)) continue
    const word = weight * Math.min(MOST, rarity(tail, oddity))
    if (word > oddest.rare) oddest = { rare: word, detector: detector.id, expected }
    rare += word
  }
  return { ...oddest, rare }
}

/** A value as near as can be calculated with. */
export const bounded = (value: number): number => Math.min(LARGEST, Math.max(-LARGEST, value))
