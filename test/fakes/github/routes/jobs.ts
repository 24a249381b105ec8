/** Jobs of runs and attempts, and the annotations of their check runs. */
import { ok } from '../server/answer.ts'
import { findAttempt, findJob, findRun } from '../state/find.ts'
import { annotationView, jobView } from '../views/job.ts'
import type { JobData, RunData } from '../world.ts'
import { type Call, countedPageOf, found, pageOf, type Routes } from './route.ts'

const ACTIONS = '/repos/{owner}/{repo}/actions'

export const jobRoutes: Routes = {
  [`GET ${ACTIONS}/runs/{run_id}/jobs`]: call =>
    found(findRun(call.repo, call.params['run_id']), run =>
      list(call, run, call.query.get('filter') === 'all' ? allJobs(run) : latestJobs(run)),
    ),

  [`GET ${ACTIONS}/runs/{run_id}/attempts/{attempt_number}/jobs`]: call => {
    const run = findRun(call.repo, call.params['run_id'])
    const number = Number(call.params['attempt_number'])
    return found(run?.attempts[number - 1] && run, owner => list(call, owner, jobsOf(owner, number)))
  },

  [`GET ${ACTIONS}/jobs/{job_id}`]: call =>
    found(findJob(call.repo, call.params['job_id']), ({ run, job, number }) =>
      ok(jobView({ repo: call.repo, run, job, attempt: number }, call.links)),
    ),

  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': call =>
    found(findJob(call.repo, call.params['check_run_id']), ({ run, job }) =>
      pageOf(call, job.annotations, annotation => annotationView(annotation, call.repo, run.headSha)),
    ),
}

interface JobOfAttempt {
  job: JobData
  attempt: number
}

function list(call: Call, run: RunData, jobs: readonly JobOfAttempt[]) {
  return countedPageOf(call, 'jobs', jobs, ({ job, attempt }) => jobView({ repo: call.repo, run, job, attempt }, call.links))
}

function jobsOf(run: RunData, number: number): JobOfAttempt[] {
  return (findAttempt(run, String(number))?.jobs ?? []).map(job => ({ job, attempt: number }))
}

function latestJobs(run: RunData): JobOfAttempt[] {
  return jobsOf(run, run.attempts.length)
}

function allJobs(run: RunData): JobOfAttempt[] {
  return run.attempts.flatMap((_, index) => jobsOf(run, index + 1))
}
