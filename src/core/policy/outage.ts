import { countWords, percentWords } from '../history/words.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Outage } from './limits.ts'

/** What is red at once. */
export interface Redness {
  /** Of the run. */
  readonly failedJobs: number
  /** Of the run, as far as its logs and reports tell; skipped ones are none. */
  readonly tests: { readonly ran: number; readonly failed: number }
  /** Of the repository, within the last hour; null where that could not be asked. */
  readonly redWorkflows: readonly string[] | null
}

/** Of fewer tests, a share says little. */
const LEAST_TESTS = 20

/** Why it is more than one failure, which no action on a run mends, as a sentence; null where it is not. */
export function outageOf({ failedJobs, tests, redWorkflows }: Redness, limits: Outage): string | null {
  if (failedJobs > limits.failedJobs) return `${failedJobs} jobs failed at once: something larger is wrong.`
  const share = tests.failed / Math.max(1, tests.ran)
  if (tests.ran >= LEAST_TESTS && share > limits.failedTests)
    return `${percentWords(Math.floor(share * 100) / 100)} of ${countWords(tests.ran, 'test')} failed at once: something larger is wrong.`
  if (redWorkflows === null) return 'Which other workflows fail could not be asked, so something larger may be wrong.'
  if (redWorkflows.length > limits.redWorkflows)
    return `${redWorkflows.length} workflows failed within an hour: something larger is wrong.`
  return null
}

/** All tests of a run that its evidence tells of. */
export function testsOf({ logs, reports }: Pick<CaseFile, 'logs' | 'reports'>): Redness['tests'] {
  const all = [...logs.flatMap(({ tests }) => tests), ...reports]
  const failed = all.reduce((sum, report) => sum + report.failed, 0)
  return { ran: all.reduce((sum, report) => sum + report.passed, failed), failed }
}
