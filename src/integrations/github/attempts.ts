import type { Answer } from '../../core/ports/answer.ts'
import type { CiAttempt } from '../../core/ports/ci.ts'
import type { ApiJob, ApiRun } from './map-run.ts'
import { toCiJob } from './open-job.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** Jobs looked at most; who re-runs hundreds of jobs dozens of times is told of the first. */
const MOST_PAGES = 10

/** The other attempts of a run with the jobs that each ran itself: a job that was not run again shows up under its first attempt only. */
export async function fetchOtherAttempts(session: Session, run: ApiRun): Promise<Answer<readonly CiAttempt[]>> {
  const subject = {
    what: 'run',
    text: `attempts of run ${run.id} of ${session.owner}/${session.repo}`,
    permission: 'actions: read',
  } as const
  try {
    const jobs = await allJobs(session, run.id)
    const others = jobs.filter(job => job.run_attempt !== run.run_attempt)
    return {
      value: [...Map.groupBy(others, job => job.run_attempt ?? 1)]
        .map(([attempt, list]) => ({ attempt, jobs: list.map(job => toCiJob(session, job)) }))
        .sort((a, b) => a.attempt - b.attempt),
    }
  } catch (error) {
    return { trouble: asTrouble(error, questionOf(session, `actions/runs/${run.id}/jobs`, subject)) }
  }
}

async function allJobs(session: Session, run: number): Promise<ApiJob[]> {
  const { paginate, rest } = session.client
  const jobs: ApiJob[] = []
  let pages = 0
  for await (const { data } of paginate.iterator(rest.actions.listJobsForWorkflowRun, {
    ...where(session),
    run_id: run,
    filter: 'all',
    per_page: 100,
  })) {
    jobs.push(...data)
    if (++pages === MOST_PAGES) break
  }
  return jobs
}
