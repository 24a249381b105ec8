import { pastRunsOf } from '../history/case-past.ts'
import { flakinessOf } from '../history/flakiness.ts'
import type { TestFlakiness } from '../model/flakiness.ts'
import type { Past, PastRun } from '../model/past.ts'
import type { HistoryStore } from '../ports/history.ts'
import { endOf, redOf, type StoredAttempt, type StoredRun } from './stored-runs.ts'

type Store = Pick<HistoryStore, 'lastJobs' | 'failures' | 'tests'>

const DAY_MS = 86_400_000
/** How far back the results of tests are looked at. */
const TESTS_MS = 90 * DAY_MS

/**
 * What the history knew when an attempt had failed: jobs that were over by then, and of its failed tests what was known at midnight (UTC)
 * before, because to weigh all results again for each attempt would take too long. To be asked in the order of time.
 */
export function createPastAt(store: Store): (run: StoredRun, attempt: StoredAttempt) => Promise<Past> {
  const testsAt = createTestsAt(store)
  return async (run, attempt) => {
    const { endedMs } = attempt
    const known: Pick<Store, 'lastJobs' | 'failures'> = {
      lastJobs: async (...asked) => (await store.lastJobs(...asked)).filter(job => endOf(job) <= endedMs),
      failures: window => store.failures(window),
    }
    const runs: PastRun[] = []
    for (const job of new Set(redOf(attempt).map(({ facts }) => facts.job))) {
      const { repository, workflow } = run
      const before = { run: run.run, attempt: attempt.attempt, startedMs: endedMs }
      runs.push(...(await pastRunsOf({ repository, workflow, job }, before, known)))
    }
    const failed = new Set(redOf(attempt).flatMap(({ failedTests }) => failedTests.map(({ name }) => name)))
    const tests = failed.size === 0 ? [] : (await testsAt(run, attempt.startedMs)).filter(({ name }) => failed.has(name))
    return { runs, ...(tests.length > 0 && { tests }) }
  }
}

type Place = Pick<StoredRun, 'repository' | 'workflow'>

/** Remembers one day of each workflow: the next one replaces it. */
function createTestsAt(store: Store): (place: Place, atMs: number) => Promise<readonly TestFlakiness[]> {
  const days = new Map<string, { readonly untilMs: number; readonly tests: readonly TestFlakiness[] }>()
  return async ({ repository, workflow }, atMs) => {
    const key = JSON.stringify([repository, workflow])
    const untilMs = atMs - (atMs % DAY_MS)
    const known = days.get(key)
    if (known?.untilMs === untilMs) return known.tests
    const window = { repository, workflow, sinceMs: untilMs - TESTS_MS, untilMs }
    const tests = await flakinessOf(store.tests(window, 'failed'), window)
    days.set(key, { untilMs, tests })
    return tests
  }
}
