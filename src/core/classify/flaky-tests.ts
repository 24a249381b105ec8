import { failedTestNames } from '../history/failed-tests.ts'
import { outcomeOf } from '../history/outcome.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import type { KnownTest } from '../model/past.ts'

/** What a diagnosis says of the whole case, as far as the past of its tests may change it. */
interface Judged {
  readonly category: Category
  readonly transient: number
}

/** More flaky tests hardly fail at once by themselves: something else failed them. */
const MOST_AT_ONCE = 3
/** From this chance on it was flakiness that failed a test. */
const LIKELY = 0.5

/**
 * Failed tests are flaky where the history proves it of every one of them, and does not say that this failure has another reason. A re-run
 * then passes as often as all of them do.
 */
export function weighFlakiness<Verdict extends Judged>(verdict: Verdict, file: CaseFile): Verdict {
  const failed = failedTestNames(file)
  const flaky = knownFlaky(file)
  const isProven = failed.size > 0 && failed.size <= MOST_AT_ONCE && [...failed].every(name => flaky.has(name))
  if (!isProven || (verdict.category !== 'test' && verdict.category !== 'flaky_test')) return verdict
  const passes = [...flaky.values()].reduce((chance, { rate }) => chance * (1 - rate), 1)
  return { ...verdict, category: 'flaky_test', transient: Math.max(verdict.transient, passes) }
}

/** The failed tests that the history knows as flaky, by name; without those whose failure in this run it explains otherwise. */
export function knownFlaky(file: CaseFile): ReadonlyMap<string, KnownTest> {
  const failed = failedTestNames(file)
  const jobs = failedJobs(file)
  const flaky = (file.past?.tests ?? []).filter(
    test => test.state === 'flaky' && failed.has(test.name) && (jobs.size === 0 || jobs.has(test.job)) && isOwnDoing(test, file),
  )
  return new Map(flaky.map(test => [test.name, test]))
}

const isOwnDoing = ({ evidence: { lastFailure } }: KnownTest, { run }: CaseFile) =>
  lastFailure === null || lastFailure.run !== run?.run || lastFailure.blamed >= LIKELY

const failedJobs = ({ jobs }: CaseFile): ReadonlySet<string> =>
  new Set(jobs.filter(({ conclusion }) => outcomeOf(conclusion) === 'failed').map(({ name }) => name))
