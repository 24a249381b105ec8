import { LONGEST_MESSAGE, LONGEST_NAME, shortened } from '../gather/shortened.ts'
import type { JobRecord, TestRecord } from '../model/history.ts'
import type { TestReport } from '../model/test-report.ts'

/** Kept of one job; who fails thousands of tests has another trouble. */
const MOST = 5000

/**
 * What the test reports in a log are remembered as: the tests that they name, which are those that failed, and how many there were. That
 * a test passed is told by nobody: of a green job one knows how many tests it ran, not which.
 */
export function testsOfLog(reports: readonly TestReport[]): Pick<JobRecord, 'tests' | 'testCounts'> {
  if (reports.length === 0) return {}
  const failed = new Map<string, TestRecord>()
  for (const { name, message } of reports.flatMap(({ failedTests }) => failedTests)) {
    const known = shortened(name, LONGEST_NAME)
    if (failed.has(known) || failed.size >= MOST || known === '') continue
    failed.set(known, {
      name: known,
      outcome: 'failed',
      ...(message !== undefined && { message: shortened(message, LONGEST_MESSAGE) }),
    })
  }
  return { tests: [...failed.values()], testCounts: countsOf(reports) }
}

/** Of all frameworks that reported in one log. */
export const countsOf = (reports: readonly Pick<TestReport, 'total' | 'failed' | 'skipped'>[]) => ({
  total: sum(reports.map(({ total }) => total)),
  failed: sum(reports.map(({ failed }) => failed)),
  skipped: sum(reports.map(({ skipped }) => skipped)),
})

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
