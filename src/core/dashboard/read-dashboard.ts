import { anomaliesIn } from '../history/anomalies.ts'
import { groupFailures, mostCommon, newest } from '../history/common-failures.ts'
import { costlyTests } from '../history/costly-tests.ts'
import { flakinessOf } from '../history/flakiness.ts'
import { summarizeJobs } from '../history/job-summary.ts'
import { failureTitles, newestRuns, recentWorkflows } from '../history/recent.ts'
import { collectRuns } from '../history/runs.ts'
import { trendsOf } from '../history/trends.ts'
import type { TestFlakiness, TestState } from '../model/flakiness.ts'
import type { Window } from '../model/history.ts'
import type { HistoryStore } from '../ports/history.ts'
import type { Dashboard } from './dashboard.ts'

/** How much of each is shown. */
const MOST = { runs: 20, jobs: 50, tests: 60, failures: 15, newFailures: 12, anomalies: 30 }

/** Asks the history for all that the page shows. */
export async function readDashboard(
  store: Pick<HistoryStore, 'jobs' | 'measures' | 'tests' | 'failures' | 'plans' | 'outcomes'>,
  window: Window,
  onProgress: (job: string) => void,
): Promise<Dashboard> {
  const runs = await collectRuns(store.jobs(window))
  const [plans, outcomes] = await Promise.all([store.plans(window), store.outcomes(window)])
  const titles = await failureTitles(store, newestRuns(runs, MOST.runs), window)
  const jobs = await summarizeJobs(store.jobs(window))
  const anomalies = await anomaliesIn(store, window, onProgress)
  const [first, last] = [runs[0], runs.at(-1)]
  const span = { sinceMs: Math.max(window.sinceMs, first?.startedMs ?? 0), untilMs: window.untilMs }
  const judged = await flakinessOf(store.tests(window, 'failed'), span)
  const tests = costlyTests(judged, jobs, window.untilMs)
  const failures = await groupFailures(store.failures(window))
  return {
    scope: [window.repository, window.workflow, window.job].filter(name => name !== undefined),
    from: first ? new Date(first.startedMs).toISOString() : null,
    to: last ? new Date(last.startedMs).toISOString() : null,
    trends: trendsOf(runs, { plans, outcomes }),
    jobs: jobs.slice(0, MOST.jobs),
    moreJobs: Math.max(0, jobs.length - MOST.jobs),
    tests: tests.slice(0, MOST.tests),
    moreTests: Math.max(0, tests.length - MOST.tests),
    testStates: countStates(judged),
    failures: mostCommon(failures, MOST.failures),
    newFailures: newest(failures, MOST.newFailures),
    failureKinds: failures.length,
    anomalies: anomalies.slice(-MOST.anomalies).reverse(),
    moreAnomalies: Math.max(0, anomalies.length - MOST.anomalies),
    workflows: recentWorkflows(runs, titles, MOST.runs),
  }
}

function countStates(tests: readonly TestFlakiness[]): Dashboard['testStates'] {
  const count = (state: TestState) => tests.filter(test => test.state === state).length
  return { healthy: count('healthy'), flaky: count('flaky'), broken: count('broken'), fixed: count('fixed') }
}
