import type { CaseFile } from '../model/case-file.ts'
import type { PastRun } from '../model/past.ts'
import type { FailedTest, TestReport } from '../model/test-report.ts'

/** Fewer tests that fail with one word are no outage. */
const FEWEST = 4
const MOST_OF = 0.6

/** What tests say when what they talk to is not there. */
const AWAY =
  /connection (?:was )?(?:refused|reset|timed out|closed)|connect(?:ion)? time(?:d ?|-)out|ECONN(?:REFUSED|RESET|ABORTED)|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|ENOTFOUND|could not (?:connect|resolve)|(?:can't|cannot|failed to|unable to) connect|no route to host|network is unreachable|name or service not known|getaddrinfo|socket hang up|broken pipe|service unavailable|\b50[234]\b|too many connections|(?:database|server|service) (?:system )?is (?:starting up|shutting down|unavailable|not available)/i

/**
 * Many tests failed at once because a service that they need did not answer: no fault of a test, and gone when the service is back. Told by
 * the messages of the tests, most of which say so.
 */
export function isServiceAway({ logs, reports }: CaseFile): boolean {
  const failed = mostFailed([...logs.flatMap(log => log.tests), ...reports])
  if (failed.length < FEWEST) return false
  const told = failed.filter(({ message }) => message !== undefined)
  const away = told.filter(({ message = '' }) => AWAY.test(message)).length
  if (told.length > 0) return away >= told.length * MOST_OF
  return logs.some(log => log.lines.filter(({ text }) => AWAY.test(text)).length >= failed.length * MOST_OF)
}

/** The report that tells most of its failed tests. */
const mostFailed = (reports: readonly TestReport[]): readonly FailedTest[] =>
  reports.map(({ failedTests }) => failedTests).sort((a, b) => messages(b) - messages(a) || b.length - a.length)[0] ?? []

const messages = (tests: readonly FailedTest[]) => tests.filter(({ message }) => message !== undefined).length

/** Where so many tests fail at once, it is rarely they. */
const MASS = 0.25

/** An attempt in which tests failed in masses. */
export const failedInMasses = ({ tests }: PastRun): boolean =>
  tests !== undefined && tests.failed >= FEWEST && tests.failed > MASS * tests.total
