/**
 * Where a failure began among commits in a row, tolerant of flakiness: the noisy binary search of M. Ben-Or, A. Hassidim ("The Bayesian
 * learner is optimal for noisy binary search", FOCS 2008), with rates of failing that nobody knows beforehand. A hypothesis is a
 * first bad commit together with how often the command fails before it and from it on; what a run tells weighs them by Bayes' rule. One
 * more hypothesis is that nothing changed.
 */
export interface Belief {
  /** By commit, 1 to their number: the chance that it is the first bad one, 0..1. Index 0, the good commit, is 0. */
  readonly chances: Float64Array
  /** That it fails no more often at the bad end than at the good one. */
  readonly unchanged: number
  /** How often it fails before the first bad commit and from it on, as expected. */
  readonly rates: { readonly before: number; readonly after: number }
  /** The commit whose run tells most, among those that may be run; null where there is none. */
  readonly next: number | null
}

/** What a run of a commit said; the good one is 0, the bad one the last. */
export interface Observation {
  readonly commit: number
  readonly failed: boolean
}

/** Rates that are told apart, and how much each is believed: some commands are no dice, others are. */
const BEFORE = [
  [0.001, 2],
  [0.01, 1],
  [0.03, 1],
  [0.1, 1],
  [0.2, 1],
  [0.35, 1],
  [0.5, 1],
] as const
const AFTER = [
  [0.1, 1],
  [0.2, 1],
  [0.35, 1],
  [0.5, 1],
  [0.65, 1],
  [0.8, 1],
  [0.9, 1],
  [0.97, 1],
  [0.999, 2],
] as const
/** A change by less is not looked for. */
const LEAST_RISE = 0.09
/** The chance, before anything is seen, that nothing changed. */
const UNCHANGED = 0.2

interface Rates {
  readonly before: number
  readonly after: number
  readonly weight: number
}

const CHANGED: readonly Rates[] = normalised(
  BEFORE.flatMap(([before, a]) =>
    AFTER.filter(([after]) => after - before >= LEAST_RISE).map(([after, b]) => ({ before, after, weight: a * b })),
  ),
)
const SAME: readonly Rates[] = normalised([...BEFORE, ...AFTER].map(([rate, weight]) => ({ before: rate, after: rate, weight })))

function normalised(rates: readonly Rates[]): readonly Rates[] {
  const total = rates.reduce((sum, { weight }) => sum + weight, 0)
  return rates.map(one => ({ ...one, weight: one.weight / total }))
}

/**
 * What is believed after some runs.
 * @param commits how many come after the good one; the last of them is the bad one
 * @param mayRun whether a commit can be run at all
 */
export function believe(commits: number, seen: readonly Observation[], mayRun: (commit: number) => boolean): Belief {
  const { failures, passes } = countsOf(commits, seen)
  // Of each commit as the first bad one: failures and passes before it.
  const weights = CHANGED.map(({ before, after, weight }) => {
    const row = new Float64Array(commits + 1).fill(Number.NEGATIVE_INFINITY)
    let log = Math.log((weight * (1 - UNCHANGED)) / commits) + logChance(after, failures.total, passes.total)
    for (let first = 1; first <= commits; first++) {
      const [failed, passed] = [failures.of(first - 1), passes.of(first - 1)]
      log += logChance(before, failed, passed) - logChance(after, failed, passed)
      row[first] = log
    }
    return row
  })
  const same = SAME.map(({ before, weight }) => Math.log(weight * UNCHANGED) + logChance(before, failures.total, passes.total))
  const most = Math.max(...same, ...weights.map(row => row.reduce((a, b) => Math.max(a, b))))
  const total =
    same.reduce((sum, log) => sum + Math.exp(log - most), 0) +
    weights.reduce((sum, row) => sum + row.reduce((inner, log) => inner + Math.exp(log - most), 0), 0)
  for (const row of weights) for (let at = 0; at <= commits; at++) row[at] = Math.exp((row[at] as number) - most) / total
  const sameWeights = same.map(log => Math.exp(log - most) / total)
  return {
    chances: summed(weights, () => 1),
    unchanged: sameWeights.reduce((sum, weight) => sum + weight, 0),
    rates: { before: expected(weights, 'before'), after: expected(weights, 'after') },
    next: tellsMost(weights, sameWeights, mayRun),
  }
}

function countsOf(commits: number, seen: readonly Observation[]) {
  const count = (failed: boolean) => {
    const counts = new Float64Array(commits + 1)
    for (const one of seen) if (one.failed === failed) counts[one.commit] = (counts[one.commit] ?? 0) + 1
    return { of: (commit: number) => counts[commit] ?? 0, total: counts.reduce((sum, count) => sum + count, 0) }
  }
  return { failures: count(true), passes: count(false) }
}

const logChance = (rate: number, failures: number, passes: number) => failures * Math.log(rate) + passes * Math.log(1 - rate)

/** Of each commit, the weight of all hypotheses in which it is the first bad one, each times what is asked of its rates. */
function summed(weights: readonly Float64Array[], times: (rates: Rates) => number): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(weights[0]?.length ?? 0)
  for (const [at, row] of weights.entries()) {
    const factor = times(CHANGED[at] as Rates)
    for (let commit = 1; commit < sums.length; commit++)
      sums[commit] = (sums[commit] as number) + (row[commit] as number) * factor
  }
  return sums
}

function expected(weights: readonly Float64Array[], which: 'before' | 'after'): number {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  return sum(summed(weights, rates => rates[which])) / Math.max(Number.MIN_VALUE, sum(summed(weights, () => 1)))
}

/**
 * The commit after whose run the first bad one is expected to be surest: the least expected entropy. A run of commit i fails as one from
 * the first bad commit on does where that is not later than i, else as one before it.
 */
function tellsMost(
  weights: readonly Float64Array[],
  sameWeights: readonly number[],
  mayRun: (commit: number) => boolean,
): number | null {
  const outcomes = [true, false].map(failed => ({
    same: sameWeights.reduce((sum, weight, at) => sum + weight * chance(SAME[at]?.before ?? 0, failed), 0),
    after: prefixes(summed(weights, ({ after }) => chance(after, failed))),
    before: prefixes(summed(weights, ({ before }) => chance(before, failed))),
  }))
  let best: { readonly commit: number; readonly entropy: number } | null = null
  for (let commit = 0; commit < (weights[0]?.length ?? 0); commit++) {
    if (!mayRun(commit)) continue
    const entropy = outcomes.reduce((sum, { same, after, before }) => {
      const mass = same + after.mass(commit) + before.mass() - before.mass(commit)
      const bits = entropyOf(same) + after.bits(commit) + before.bits() - before.bits(commit)
      return sum + (mass > 0 ? bits + mass * Math.log(mass) : 0)
    }, 0)
    if (!best || entropy < best.entropy - 1e-12) best = { commit, entropy }
  }
  return best?.commit ?? null
}

const chance = (rate: number, failed: boolean) => (failed ? rate : 1 - rate)

const entropyOf = (weight: number) => (weight > 0 ? -weight * Math.log(weight) : 0)

/** Sums of weights, and of -w·ln w, from the first commit up to one, or of all. */
function prefixes(values: Float64Array) {
  const masses = new Float64Array(values.length)
  const bits = new Float64Array(values.length)
  for (let at = 1; at < values.length; at++) {
    const value = values[at] as number
    masses[at] = (masses[at - 1] as number) + value
    bits[at] = (bits[at - 1] as number) + entropyOf(value)
  }
  const last = values.length - 1
  return { mass: (at = last) => masses[at] as number, bits: (at = last) => bits[at] as number }
}
