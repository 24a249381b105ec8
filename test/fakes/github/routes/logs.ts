/** Logs: redirects to blob storage, or why there is nothing to redirect to. */
import { archiveOf, hasLog } from '../logs/archive.ts'
import { jobLog } from '../logs/job-log.ts'
import { type Answer, notFound } from '../server/answer.ts'
import { logsGone } from '../server/refusals.ts'
import { findAttempt, findJob, findRun } from '../state/find.ts'
import type { AttemptData, JobData } from '../world.ts'
import { type Call, found, type Routes, type StoredFile } from './route.ts'

const ACTIONS = '/repos/{owner}/{repo}/actions'

export const logRoutes: Routes = {
  [`GET ${ACTIONS}/jobs/{job_id}/logs`]: call => found(findJob(call.repo, call.params['job_id']), ({ job }) => ofJob(call, job)),
  [`GET ${ACTIONS}/runs/{run_id}/logs`]: call =>
    found(findAttempt(findRun(call.repo, call.params['run_id'])), attempt => ofAttempt(call, attempt)),
  [`GET ${ACTIONS}/runs/{run_id}/attempts/{attempt_number}/logs`]: call =>
    found(findAttempt(findRun(call.repo, call.params['run_id']), call.params['attempt_number']), attempt =>
      ofAttempt(call, attempt),
    ),
}

/** A job's log can be read once that job is over, even while the run goes on. */
function ofJob(call: Call, job: JobData): Answer {
  if (job.logGone) return logsGone()
  if (job.status !== 'completed' || job.conclusion === 'skipped') return notFound()
  return redirect(call, { contentType: 'text/plain', read: () => Promise.resolve(jobLog(job)) })
}

function ofAttempt(call: Call, attempt: AttemptData): Answer {
  if (attempt.logsGone) return logsGone()
  if (attempt.status !== 'completed') return notFound()
  if (!attempt.jobs.some(hasLog)) return attempt.jobs.some(job => job.logGone) ? logsGone() : notFound()
  return redirect(call, { contentType: 'application/zip', read: () => archiveOf(attempt) })
}

function redirect(call: Call, file: StoredFile): Answer {
  return { status: 302, headers: { location: call.store(file) } }
}
