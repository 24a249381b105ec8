import type { AttemptRecord } from '../model/history.ts'
import type { AttemptKey, Job, Run } from '../model/run.ts'
import { defined } from '../record/defined.ts'
import { epochMs, jobRecord } from '../record/job-record.ts'

/** An attempt as a CI tells it, as it is remembered; without what its logs say. */
export function attemptRecord(key: AttemptKey, run: Run, jobs: readonly Job[]): AttemptRecord {
  const { event, branch, base, pullRequest, commit, actor, triggeredBy, url, conclusion } = run
  return {
    ...key,
    workflow: run.workflow ?? '',
    ...defined({ event, branch, base, pullRequest, commit, actor, triggeredBy, url, conclusion }),
    ...defined({ startedMs: epochMs(run.startedAt), completedMs: epochMs(run.completedAt) }),
    jobs: jobs.map(jobRecord),
  }
}
