import { knownFlaky } from '../classify/flaky-tests.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { KnownTest } from '../model/past.ts'
import { TEST_NAME } from '../pull-request/names.ts'
import { isKnownElsewhere } from '../rerun/flaky-chance.ts'

/** That a test is flaky, before others stop waiting for it. */
const SURE = 0.9
const FEWEST_FAILURES = 2
const LONGEST_NAME = 300

/**
 * The failed tests that the history knows surely as flaky, by job: it saw them fail for no reason more than once, and elsewhere than on the
 * change at hand, of which they may be the fault otherwise. Names that a list cannot hold are left out.
 */
export function provenFlaky(file: CaseFile): ReadonlyMap<string, readonly KnownTest[]> {
  const proven = [...knownFlaky(file).values()].filter(
    test =>
      test.evidence.ever >= SURE &&
      test.failures >= FEWEST_FAILURES &&
      isKnownElsewhere(test, file) &&
      test.name.length <= LONGEST_NAME &&
      TEST_NAME.test(test.name),
  )
  return Map.groupBy(proven, ({ job }) => job)
}
