import { flakinessOf } from '../../core/history/flakiness.ts'
import { resultsOfJobs } from '../../core/history/job-results.ts'
import type { TestFlakiness } from '../../core/model/flakiness.ts'
import type { Run } from '../command.ts'
import { printed } from '../history/printed.ts'
import { windowOf } from '../history/window.ts'
import { withHistory } from '../store/open.ts'
import { safeLine } from '../terminal/safe-text.ts'
import type { FlakyOptions } from './options.ts'
import { renderFlaky } from './render.ts'

export const runFlaky: Run<FlakyOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, redact }) => {
    const { out, progress } = environment
    const window = windowOf(options, environment)
    progress.show('weighing test results')
    const tests = byState(await flakinessOf(store.tests(window, 'failed'), window))
    const jobs = byState(await flakinessOf(resultsOfJobs(store.jobs(window)), window)).map(({ name: _, ...job }) => job)
    const safe = (text: string) => safeLine(text, redact)
    const terminal = { width: out.columns ?? 120, color: out.colour, safe }
    const picture = () => renderFlaky({ tests, jobs, days: options.since / DAY_MS }, terminal)
    printed(options.json ? { tests, jobs } : picture(), { out, progress, redact })
    return 'nothing failed'
  })

const DAY_MS = 86_400_000

const ORDER = ['broken', 'flaky', 'fixed', 'healthy'] as const

/** The worst first. */
const byState = (tests: readonly TestFlakiness[]): TestFlakiness[] =>
  tests.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.rate * b.evidence.now - a.rate * a.evidence.now)
