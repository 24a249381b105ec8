import { outcomeOf } from '../history/outcome.ts'
import type { PastRun } from '../model/past.ts'

/** A failure that was run again, on the same commit. */
export interface Rerun {
  readonly atMs: number
  readonly passed: boolean
}

/** What became of a failure of a job whenever it was run again, in any order. */
export function rerunsOf(runs: readonly PastRun[], job: string, fingerprint: string): readonly Rerun[] {
  const attempts = new Map(
    runs.filter(run => run.job === job && run.run !== undefined).map(run => [`${run.run} ${run.attempt ?? 1}`, run]),
  )
  return [...attempts.values()].flatMap(failed => {
    if (failed.fingerprint !== fingerprint || outcomeOf(failed.conclusion) !== 'failed') return []
    const next = attempts.get(`${failed.run} ${(failed.attempt ?? 1) + 1}`)
    const outcome = outcomeOf(next?.conclusion)
    const atMs = Date.parse(next?.startedAt ?? '')
    return outcome === null || Number.isNaN(atMs) ? [] : [{ atMs, passed: outcome === 'passed' }]
  })
}
