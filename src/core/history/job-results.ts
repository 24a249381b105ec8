import type { PastJob, PastTest, TestOutcome } from '../model/history.ts'
import type { Conclusion } from '../model/run.ts'

/** Jobs as if each were a test that passes or fails, so that what holds for tests tells flaky jobs, too. */
export async function* resultsOfJobs(jobs: AsyncIterable<PastJob>): AsyncGenerator<PastTest> {
  for await (const job of jobs) {
    const outcome = OUTCOMES[job.conclusion ?? 'neutral']
    if (outcome) yield { ...job, name: '', outcome, message: null, tests: null, testsFailed: null, logOnly: false }
  }
}

const OUTCOMES: Partial<Record<Conclusion, TestOutcome>> = {
  success: 'passed',
  failure: 'failed',
  timed_out: 'failed',
  startup_failure: 'failed',
}
