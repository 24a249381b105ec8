import { failedAlike, hasPassed, knownFailure } from '../causes/past-runs.ts'
import type { Signal } from '../causes/signal.ts'
import type { PastRun } from '../model/past.ts'

const FEWEST_FAILURES = 3
const FEWEST_PASSES = 2
/** Where an older commit passed after a newer one had failed, it was not the weather. */
const PROVEN = 4
const LIKELY = 1.5

/**
 * The commit of the base branch from which on the job fails: at least three failures from it on, two passes before it, and none out of
 * order. That an older commit passed later than a newer one failed rules out an outage.
 */
export const signal: Signal = {
  id: 'first-bad-commit',
  find(scene) {
    const known = knownFailure(scene)
    const commits = scene.file.past?.commits
    if (!known || !commits) return []
    const place = new Map(commits.map((commit, index) => [commit, index]))
    const order = ({ commit }: PastRun) => place.get(commit ?? '') ?? -1
    const runs = known.runs.filter(run => order(run) >= 0)
    const passes = runs.filter(hasPassed)
    const failures = runs.filter(run => failedAlike(run, known.failure))
    const lastGood = Math.max(-1, ...passes.map(order))
    const bad = failures.filter(run => order(run) > lastGood)
    const first = bad.toSorted((a, b) => order(a) - order(b))[0]
    const isMixed = failures.length > bad.length
    if (!first?.commit || isMixed || bad.length < FEWEST_FAILURES || passes.length < FEWEST_PASSES) return []
    const isProven = passes.some(pass => bad.some(one => isLater(pass, one)))
    const short = first.commit.slice(0, 10)
    return [
      {
        suspect: { kind: 'commit', subject: first.commit, title: `the job fails since commit ${short}` },
        text: `failed ${bad.length} times from ${short} on, passed ${passes.length} times before it${isProven ? ', once more after the first failure' : '; an outage would look the same'}`,
        weight: isProven ? PROVEN : LIKELY,
        ...(first.url ? { url: first.url } : {}),
      },
    ]
  },
}

const isLater = (a: PastRun, b: PastRun) => Date.parse(a.startedAt ?? '') > Date.parse(b.startedAt ?? '')
