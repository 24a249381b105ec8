/** Lets an attempt under way end, as its jobs would. */
import { aJob } from '../build-job.ts'
import type { AttemptData, JobInput } from '../world.ts'
import { resultOf } from './result.ts'

/** Ends every unfinished job, green unless `results` (by job name) says more; the run's result follows. */
export function finish(attempt: AttemptData, results: Record<string, JobInput>): void {
  attempt.jobs = attempt.jobs.map(job => {
    if (job.status === 'completed') return job
    const { id, name, labels, needs, archiveName, createdAt, startedAt } = job
    return aJob({ name, labels, needs, archiveName, createdAt, startedAt, ...results[name], id })
  })
  attempt.status = 'completed'
  attempt.conclusion = resultOf(attempt.jobs)
  attempt.updatedAt = attempt.jobs.at(-1)?.completedAt ?? attempt.updatedAt
}
