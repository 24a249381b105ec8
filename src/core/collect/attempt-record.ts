import type { AttemptRecord, JobRecord } from '../model/history.ts'
import type { Job, Run } from '../model/run.ts'
import type { AttemptKey } from '../ports.ts'
import { defined } from '../record/defined.ts'

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

function jobRecord({ id, name, conclusion, queuedMs, runner, steps, ...job }: Job): JobRecord {
  const startedMs = epochMs(job.startedAt)
  const completedMs = epochMs(job.completedAt)
  const durationMs = startedMs === undefined || completedMs === undefined ? undefined : Math.max(0, completedMs - startedMs)
  return { name, ...defined({ id, conclusion, startedMs, durationMs, queuedMs, runner, steps }) }
}

const epochMs = (time: string | undefined) => (time === undefined ? undefined : Date.parse(time))
