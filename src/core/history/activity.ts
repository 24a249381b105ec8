import type { TestPast } from './incidents.ts'

/**
 * Whether and when a test was flaky, and how much: a hidden Markov model with one state for "fails only for a reason" and one for each rate
 * of failing without, run forward and backward over all results (L. R. Rabiner, "A tutorial on hidden Markov models and selected
 * applications in speech recognition", Proceedings of the IEEE 77, 1989). Passes speak for low rates and for soundness, incidents for
 * flakiness as far as nothing else explains them.
 */
export interface Activity {
  /** The chance that the test was flaky at some time, and that it is now. 0..1. */
  readonly ever: number
  readonly now: number
  /** Of each incident, the chance that flakiness alone made it. */
  readonly blamed: readonly number[]
  /** Of each incident, whether the test was flaky all the time from the one before, more likely than not. */
  readonly continued: readonly boolean[]
  /** The rate while it was flaky: its expectation and variance. */
  readonly mean: number
  readonly variance: number
  /** How likely each of the levels was its rate; the sum is the expected number of incidents that flakiness made. */
  readonly levels: Chances
}

/** What is believed of a test before anything is seen. */
export interface Belief {
  /** The chance that it is flaky at some time. */
  readonly prior: number
  /** How often flaky tests have each of the levels; the sum is 1. */
  readonly levels: Chances
}

/** What two stories tell about an incident. */
export interface Explanation {
  /** The chance of the incident if there is a reason for it. */
  readonly reason: number
  /** The chance of what else happened in it if there is none. */
  readonly around: number
  /** The reason, if there was one, was that of the incident before: one story has to tell both. */
  readonly goesOn: boolean
}

/** Rates that are told apart, even on a logarithmic scale from 0.001 to 0.7. */
const LEVELS = Array.from({ length: 32 }, (_, at) => 0.001 * 700 ** (at / 31))
/** The chance that a result is the last of a flaky time: some last for days, some for good. */
const ENDS = [1 / 100, 1 / 3000]
/** The states of a flaky test: all pairs of the two. */
const RATES = Float64Array.from(ENDS.flatMap(() => LEVELS))
const LEAVING = Float64Array.from(ENDS.flatMap(end => LEVELS.map(() => end)))
const STATES = RATES.length
/** A history is looked at in about so many pieces. */
const PIECES = 200

/** A few passes in a row, or incidents that go on from each other. */
interface Step {
  readonly passes: number
  readonly incidents: readonly number[]
}

/** Chances of the states: the sound one first, then the flaky ones. */
type Chances = Float64Array<ArrayBuffer>

/** How often flaky tests have each of the rates, learned from those that are known. */
export function levelsOf(known: readonly Activity[]): Chances {
  const counts = new Float64Array(LEVELS.length).fill(LEVELS_BELIEF / LEVELS.length)
  for (const { ever, levels } of known) {
    const total = sumOf(levels)
    if (total > 0) for (const [at, count] of levels.entries()) counts[at] = (counts[at] ?? 0) + (ever * count) / total
  }
  const total = sumOf(counts)
  return counts.map(count => count / total)
}

/** It is as likely from the beginning as to begin on the way; of a short history the way is so long nevertheless. */
const FEWEST_RESULTS = 500

/** Before anything is seen, all levels are as likely; so many tests would make as sure. */
const LEVELS_BELIEF = 10

export function activityOf(past: TestPast, explanations: readonly Explanation[], { prior, levels }: Belief): Activity {
  const entry = withSound(0, (_, level) => (levels[level] ?? 0) / ENDS.length)
  const steps = stepsOf(past, explanations)
  const likelihoods = likelihoodsOf(steps, past, explanations)
  const onset = prior / 2 / Math.max(FEWEST_RESULTS, past.runs)
  const moves = new Map<number, Move>()
  const moveBy = (step: Step | undefined) => {
    const results = Math.max(1, step?.passes ?? 1)
    const known = moves.get(results) ?? createMove(results, onset, entry)
    moves.set(results, known)
    return known
  }

  const forward: Chances[] = []
  let now = entry.map((chance, state) => (state === 0 ? 1 - prior / 2 : (chance * prior) / 2))
  let never = 1 - prior / 2
  for (const [at, step] of steps.entries()) {
    const move = moveBy(step)
    const likelihood = likelihoods[at] as Chances
    if (at > 0) now = goOn(now, move)
    never *= (at > 0 ? move.stays : 1) * (likelihood[0] ?? 1)
    now = times(now, likelihood)
    never /= scale(now)
    forward.push(now)
  }

  const chances: Chances[] = []
  let later: Chances = new Float64Array(STATES + 1).fill(1)
  for (let at = steps.length - 1; at >= 0; at--) {
    const here = times(forward[at] as Chances, later)
    scale(here)
    chances[at] = here
    const likelihood = likelihoods[at] as Chances
    later = goBack(times(later, likelihood), moveBy(steps[at]))
    scale(later)
  }
  return { ever: 1 - Math.min(1, never), now: 1 - (now[0] ?? 1), ...summary(steps, chances, explanations, past) }
}

/** Passes in pieces of like size, and the incidents between them. */
function stepsOf({ incidents, passesSince }: TestPast, explanations: readonly Explanation[]): readonly Step[] {
  const passes = incidents.reduce((total, incident) => total + incident.passesBefore, passesSince)
  const size = Math.max(1, Math.ceil(passes / PIECES))
  const pieces = (count: number): Step[] =>
    Array.from({ length: Math.ceil(count / size) }, (_, at) => ({ passes: Math.min(size, count - at * size), incidents: [] }))
  const steps: Step[] = []
  let stretch: number[] = []
  for (const [at, { passesBefore }] of incidents.entries()) {
    if (at > 0 && explanations[at]?.goesOn) stretch.push(at)
    else {
      stretch = [at]
      steps.push(...pieces(passesBefore), { passes: 0, incidents: stretch })
    }
  }
  return [...steps, ...pieces(passesSince)]
}

function likelihoodsOf(steps: readonly Step[], past: TestPast, explanations: readonly Explanation[]): readonly Chances[] {
  const ofPasses = new Map<number, Chances>()
  return steps.map(({ passes, incidents }) => {
    if (incidents.length > 0) {
      const reason = reasonOf(explanations, incidents)
      return flakyChances(past, explanations, incidents).map((chance, state) =>
        state === 0 ? reason : chance + (1 - (RATES[state - 1] ?? 0)) * reason,
      )
    }
    const known = ofPasses.get(passes) ?? withSound(1, rate => (1 - rate) ** passes)
    ofPasses.set(passes, known)
    return known
  })
}

/** More failures of one incident than these are as likely to be one another's as the test's. */
const MOST_FAILURES = 3

const reasonOf = (explanations: readonly Explanation[], incidents: readonly number[]) =>
  incidents.reduce((chance, at) => chance * (explanations[at]?.reason ?? 1), 1)

/** For each state the chance of incidents that nothing but flakiness made; 0 for the sound one. */
function flakyChances(past: TestPast, explanations: readonly Explanation[], incidents: readonly number[]): Chances {
  const failures = incidents.reduce((total, at) => total + Math.min(MOST_FAILURES, past.incidents[at]?.failures ?? 1), 0)
  const around = incidents.reduce((chance, at) => chance * (explanations[at]?.around ?? 1), 1)
  return withSound(0, rate => rate ** failures * around)
}

const withSound = (sound: number, flaky: (rate: number, level: number) => number): Chances =>
  Float64Array.from({ length: STATES + 1 }, (_, state) =>
    state === 0 ? sound : flaky(RATES[state - 1] ?? 0, (state - 1) % LEVELS.length),
  )

/** How states follow each other over some results. */
interface Move {
  /** The chance that a sound test stays sound. */
  readonly stays: number
  /** The same for flaky ones, at the places of their states. */
  readonly keeps: Chances
  /** Which of them a sound test takes when it does not. */
  readonly entry: Chances
}

const createMove = (results: number, onset: number, entry: Chances): Move => ({
  entry,
  stays: (1 - onset) ** results,
  keeps: Float64Array.from({ length: STATES + 1 }, (_, state) => (1 - (LEAVING[state - 1] ?? 0)) ** results),
})

function goOn(before: Chances, { stays, keeps, entry }: Move): Chances {
  const after: Chances = new Float64Array(STATES + 1)
  const begun = (before[0] ?? 0) * (1 - stays)
  let ended = 0
  for (let state = 1; state <= STATES; state++) {
    const chance = before[state] ?? 0
    const keep = keeps[state] ?? 1
    after[state] = chance * keep + begun * (entry[state] ?? 0)
    ended += chance * (1 - keep)
  }
  after[0] = (before[0] ?? 0) * stays + ended
  return after
}

function goBack(after: Chances, { stays, keeps, entry }: Move): Chances {
  const before: Chances = new Float64Array(STATES + 1)
  const sound = after[0] ?? 0
  let entered = 0
  for (let state = 1; state <= STATES; state++) {
    const chance = after[state] ?? 0
    const keep = keeps[state] ?? 1
    before[state] = chance * keep + sound * (1 - keep)
    entered += chance * (entry[state] ?? 0)
  }
  before[0] = sound * stays + (entered + sound * (entry[0] ?? 0)) * (1 - stays)
  return before
}

/** State by state. This and the loops around it are what judging a history takes its time with, so they are plain. */
function times(a: Chances, b: Chances): Chances {
  const product: Chances = new Float64Array(STATES + 1)
  for (let state = 0; state <= STATES; state++) product[state] = (a[state] ?? 0) * (b[state] ?? 1)
  return product
}

/** Makes them sum up to 1, and says by what they were divided. */
function scale(chances: Chances): number {
  const total = sumOf(chances) || 1
  for (let state = 0; state <= STATES; state++) chances[state] = (chances[state] ?? 0) / total
  return total
}

function sumOf(chances: Chances): number {
  let total = 0
  for (let state = 0; state < chances.length; state++) total += chances[state] ?? 0
  return total
}

function summary(
  steps: readonly Step[],
  chances: readonly Chances[],
  explanations: readonly Explanation[],
  past: TestPast,
): Pick<Activity, 'blamed' | 'continued' | 'mean' | 'variance' | 'levels'> {
  const blamed: number[] = []
  const continued: boolean[] = []
  const rates = new Float64Array(STATES + 1)
  let flakyAllTheTime = true
  for (const [at, { incidents }] of steps.entries()) {
    const here = chances[at] as Chances
    flakyAllTheTime &&= (here[0] ?? 1) < 0.5
    if (incidents.length === 0) continue
    const reason = reasonOf(explanations, incidents)
    const share = flakyChances(past, explanations, incidents).map((chance, state) => {
      const all = chance + (1 - (RATES[state - 1] ?? 0)) * reason
      return all > 0 ? ((here[state] ?? 0) * chance) / all : 0
    })
    for (let state = 1; state <= STATES; state++) rates[state] = (rates[state] ?? 0) + (share[state] ?? 0)
    for (const _ of incidents) {
      blamed.push(sumOf(share))
      continued.push(flakyAllTheTime)
      flakyAllTheTime = true
    }
  }
  const counts = Float64Array.from(LEVELS, (_, level) =>
    ENDS.reduce((total, _end, at) => total + (rates[1 + level + at * LEVELS.length] ?? 0), 0),
  )
  scale(rates)
  const mean = rates.reduce((total, weight, state) => total + weight * (RATES[state - 1] ?? 0), 0)
  const variance = rates.reduce((total, weight, state) => total + weight * ((RATES[state - 1] ?? 0) - mean) ** 2, 0)
  return { blamed, continued, mean, variance, levels: counts }
}
