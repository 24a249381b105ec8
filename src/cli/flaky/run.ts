import { flakinessOf } from '../../core/history/flakiness.ts'
import { resultsOfJobs } from '../../core/history/job-results.ts'
import type { TestFlakiness } from '../../core/model/flakiness.ts'
import type { Window } from '../../core/model/history.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import type { Run } from '../command.ts'
import { withHistory } from '../store/open.ts'
import { safeLine } from '../terminal/safe-text.ts'
import type { FlakyOptions } from './options.ts'
import { renderFlaky } from './render.ts'

export const runFlaky: Run<FlakyOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, redact }) => {
    const { out, progress } = environment
    const nowMs = (options.now ?? environment.now()).getTime()
    const window = windowOf(options, nowMs)
    progress.show('weighing test results')
    const tests = byState(await flakinessOf(store.tests(window, 'failed'), window))
    const jobs = byState(await flakinessOf(resultsOfJobs(store.jobs(window)), window)).map(({ name: _, ...job }) => job)
    progress.clear()
    const safe = (text: string) => safeLine(text, redact)
    const terminal = { width: out.columns ?? 120, color: out.colour, safe }
    if (options.json) out.write(`${escapeRisky(JSON.stringify({ tests, jobs }))}\n`)
    else out.write(renderFlaky({ tests, jobs, days: options.since / DAY_MS }, terminal))
    return 'nothing failed'
  })

const DAY_MS = 86_400_000

const windowOf = ({ since, repo, workflow, job }: FlakyOptions, nowMs: number): Window => ({
  sinceMs: nowMs - since,
  untilMs: nowMs,
  ...(repo !== undefined && { repository: repo }),
  ...(workflow !== undefined && { workflow }),
  ...(job !== undefined && { job }),
})

const ORDER = ['broken', 'flaky', 'fixed', 'healthy'] as const

/** The worst first. */
const byState = (tests: readonly TestFlakiness[]): TestFlakiness[] =>
  tests.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.rate * b.evidence.now - a.rate * a.evidence.now)
