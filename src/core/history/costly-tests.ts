import type { TestFlakiness } from '../model/flakiness.ts'
import type { JobKey } from '../model/history.ts'

/** A test that is not healthy, and what it cost. */
export interface CostlyTest extends TestFlakiness {
  /** Machine time of the jobs that it failed: those of a flaky test without a reason, all of a broken one; null where no job's is known. */
  readonly lostMs: number | null
}

/** For so long a test is told to be fixed. */
const LATELY_MS = 30 * 86_400_000

/** Flaky and broken tests, then those fixed lately, each with what cost most first. */
export function costlyTests(
  tests: readonly TestFlakiness[],
  jobs: readonly (JobKey & { readonly durationP50Ms: number | null })[],
  nowMs: number,
): readonly CostlyTest[] {
  const durations = new Map(jobs.map(job => [keyOf(job), job.durationP50Ms]))
  return tests
    .filter(({ state, since }) => state === 'flaky' || state === 'broken' || (state === 'fixed' && isLately(since, nowMs)))
    .map(test => ({ ...test, lostMs: lostBy(test, durations.get(keyOf(test)) ?? null) }))
    .sort(
      (a, b) =>
        Number(a.state === 'fixed') - Number(b.state === 'fixed') || (b.lostMs ?? 0) - (a.lostMs ?? 0) || b.failures - a.failures,
    )
}

const isLately = (since: TestFlakiness['since'], nowMs: number) => since !== null && nowMs - Date.parse(since.at) <= LATELY_MS

function lostBy({ state, failures, evidence }: TestFlakiness, durationMs: number | null): number | null {
  if (durationMs === null) return null
  const isFlaky = state === 'flaky' || (state === 'fixed' && evidence.ever > 0.5)
  return durationMs * (isFlaky ? evidence.unexplained : failures - evidence.outages)
}

const keyOf = ({ repository, workflow, job }: JobKey) => JSON.stringify([repository, workflow, job])
