import type { TrialEnd } from '../model/trial.ts'
import type { Trials } from '../ports/commits.ts'
import { type Design, type Pair, type Weighed, weigh } from './weigh.ts'

export interface Canary extends Design {
  readonly suspect: string
  readonly parent: string
  /** Runs of both together, at most. */
  readonly maxRuns: number
  /** Runs at the same time. */
  readonly jobs: number
  onProgress(weighed: Weighed): void
}

export interface CanaryResult extends Weighed {
  readonly runs: number
  /** Runs that were cut off, which count as failed, and pairs that do not count because the command could not tell. */
  readonly timedOut: number
  readonly skipped: number
  /** Somebody ended it early. */
  readonly interrupted: boolean
  /** Of the last run of each that failed: how it ended. */
  readonly lastFailure: { readonly suspect: TrialEnd | null; readonly parent: TrialEnd | null }
}

/** Commits that cannot tell so often in a row never will. */
const MOST_SKIPPED = 5

/** Runs a suspect and its parent in pairs, until what they do can be told apart, or not. */
export async function runCanary(trials: Trials, canary: Canary): Promise<CanaryResult> {
  const { suspect, parent, maxRuns, jobs, onProgress } = canary
  const pairs: Pair[] = []
  const counts = { runs: 0, timedOut: 0, skipped: 0 }
  const lastFailure: { suspect: TrialEnd | null; parent: TrialEnd | null } = { suspect: null, parent: null }
  let weighed = weigh(pairs, canary)
  let skippedInRow = 0
  let interrupted = false
  while (!weighed.isOver && !interrupted && skippedInRow < MOST_SKIPPED && counts.runs + 2 <= maxRuns) {
    const room = Math.floor((maxRuns - counts.runs) / 2)
    const batch = Math.min(room, Math.max(1, Math.floor(jobs / 2)))
    const ends = await Promise.all(
      Array.from({ length: batch }, (_, i) => runPair(pairs.length + i, { suspect, parent, jobs }, trials)),
    )
    for (const [suspectEnd, parentEnd] of ends) {
      const both = [suspectEnd, parentEnd]
      counts.runs += 2
      counts.timedOut += both.filter(({ outcome }) => outcome === 'timed-out').length
      interrupted ||= both.some(({ outcome }) => outcome === 'interrupted')
      if (interrupted) break
      if (hasFailed(suspectEnd)) lastFailure.suspect = suspectEnd
      if (hasFailed(parentEnd)) lastFailure.parent = parentEnd
      const isSkipped = both.some(({ outcome }) => outcome === 'skipped')
      skippedInRow = isSkipped ? skippedInRow + 1 : 0
      counts.skipped += Number(isSkipped)
      if (!isSkipped) pairs.push({ suspectFailed: hasFailed(suspectEnd), parentFailed: hasFailed(parentEnd) })
    }
    weighed = weigh(pairs, canary)
    onProgress(weighed)
  }
  return { ...weighed, ...counts, interrupted, lastFailure }
}

/** Each goes first every other time, so that a machine that warms up or fills up favours neither. */
async function runPair(
  at: number,
  { suspect, parent, jobs }: Pick<Canary, 'suspect' | 'parent' | 'jobs'>,
  trials: Trials,
): Promise<readonly [suspect: TrialEnd, parent: TrialEnd]> {
  if (jobs > 1) return Promise.all([trials.run(suspect), trials.run(parent)])
  if (at % 2 === 1) return [await trials.run(suspect), await trials.run(parent)]
  const before = await trials.run(parent)
  return [await trials.run(suspect), before]
}

const hasFailed = ({ outcome }: TrialEnd) => outcome === 'failed' || outcome === 'timed-out'
