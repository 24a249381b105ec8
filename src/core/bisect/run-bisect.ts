import type { CommitFacts } from '../model/trial.ts'
import type { Trials } from '../ports/commits.ts'
import { type Belief, believe, type Observation } from './belief.ts'

export interface Bisection {
  readonly good: CommitFacts
  /** After the good one, oldest first; the last is the bad one. At least one. */
  readonly commits: readonly CommitFacts[]
  /** How sure the answer has to be, 0..1. */
  readonly confidence: number
  readonly maxRuns: number
  /** A commit that could not tell so often is not tried any more; by default once is enough. */
  readonly mostSkips?: number
  onProgress(progress: { readonly runs: number; readonly best: CommitFacts; readonly chance: number }): void
}

export interface Bisected {
  /** `unchanged`: the bad commit fails no more often than the good one. */
  readonly verdict: 'found' | 'unchanged' | 'inconclusive'
  /** The likeliest, whatever the verdict. */
  readonly firstBad: CommitFacts
  readonly confidence: number
  readonly unchanged: number
  /** How often the command fails before it and from it on, as expected. */
  readonly rates: { readonly before: number; readonly after: number }
  readonly runs: number
  readonly interrupted: boolean
  /** The good commit, and all after it. */
  readonly posterior: readonly TriedCommit[]
}

export interface TriedCommit extends CommitFacts {
  /** That it is the first bad one, 0..1. */
  readonly probability: number
  readonly runs: number
  readonly failures: number
  readonly skipped: boolean
}

/** Looks for the first bad commit, each time where a run tells most; begins at both ends. */
export async function runBisect(trials: Trials, bisection: Bisection): Promise<Bisected> {
  const { good, commits, confidence, maxRuns, mostSkips = 1, onProgress } = bisection
  const all = [good, ...commits]
  const seen: Observation[] = []
  const skips = new Map<number, number>()
  const mayRun = (commit: number) => (skips.get(commit) ?? 0) < mostSkips
  let belief = believe(commits.length, seen, mayRun)
  let runs = 0
  let interrupted = false
  while (runs < maxRuns && !interrupted) {
    const isEnough = seen.length > 1 && verdictOf(belief, seen, confidence) !== 'inconclusive'
    const next = runs === 0 ? commits.length : runs === 1 ? 0 : belief.next
    if (isEnough || next === null) break
    const { outcome } = await trials.run(all[next]?.commit ?? '')
    runs++
    if (outcome === 'interrupted') interrupted = true
    else if (outcome === 'skipped') skips.set(next, (skips.get(next) ?? 0) + 1)
    else seen.push({ commit: next, failed: outcome !== 'passed' })
    belief = believe(commits.length, seen, mayRun)
    onProgress({ runs, best: all[likeliest(belief)] ?? good, chance: belief.chances[likeliest(belief)] ?? 0 })
  }
  const first = likeliest(belief)
  const chance = belief.chances[first] ?? 0
  return {
    verdict: verdictOf(belief, seen, confidence),
    firstBad: all[first] ?? good,
    confidence: chance,
    unchanged: belief.unchanged,
    rates: belief.rates,
    runs,
    interrupted,
    posterior: all.map((facts, at) => {
      const own = seen.filter(({ commit }) => commit === at)
      const failures = own.filter(({ failed }) => failed).length
      return { ...facts, probability: belief.chances[at] ?? 0, runs: own.length, failures, skipped: !mayRun(at) }
    }),
  }
}

const likeliest = ({ chances }: Belief) => chances.reduce((best, chance, at) => (chance > (chances[best] ?? 0) ? at : best), 1)

/** What never failed was not found, however likely. */
function verdictOf(belief: Belief, seen: readonly Observation[], confidence: number): Bisected['verdict'] {
  const first = likeliest(belief)
  if (belief.unchanged >= confidence) return 'unchanged'
  const hasFailed = seen.some(({ commit, failed }) => failed && commit >= first)
  return hasFailed && (belief.chances[first] ?? 0) >= confidence ? 'found' : 'inconclusive'
}
