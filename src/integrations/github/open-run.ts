import { SherpaError } from '../../core/model/trouble.ts'
import type { CiJob, CiRun, RunRef } from '../../core/ports/ci.ts'
import { fetchOtherAttempts } from './attempts.ts'
import { fetchChanges } from './changes.ts'
import { findGreen } from './find-green.ts'
import { findPullRequest } from './find-pull-request.ts'
import { openArchive } from './logs.ts'
import { type ApiJob, type ApiRun, type PullRequest, toRun } from './map-run.ts'
import { toCiJob } from './open-job.ts'
import { ask, questionOf, type Session, where } from './session.ts'

/** Finds the run, and the attempt that is meant. Throws a SherpaError. */
export async function openRun(session: Session, ref: RunRef): Promise<CiRun> {
  const place = await locateAttempt(session, ref)
  const run = await fetchAttempt(session, place)
  const isOnly = place.attempt === null && (run.run_attempt ?? 1) === 1
  return toCiRun(session, run, { pullRequest: await findPullRequest(session, run), isOnly })
}

interface Place {
  readonly run: number
  readonly attempt: number | null
}

/** A job's id alone tells its run; together with a run it tells the attempt. */
async function locateAttempt(session: Session, ref: RunRef): Promise<Place> {
  if (ref.run !== null && (ref.attempt !== null || ref.job?.id === undefined)) return { run: ref.run, attempt: ref.attempt }
  const id = ref.job?.id as number
  const subject = { what: 'job', text: `job ${id} of ${session.owner}/${session.repo}`, permission: 'actions: read' } as const
  const { data: job } = await ask(questionOf(session, `actions/jobs/${id}`, subject), () =>
    session.client.rest.actions.getJobForWorkflowRun({ ...where(session), job_id: id }),
  )
  if (ref.run !== null && job.run_id !== ref.run) throw jobOfAnotherRun(session, job, ref.run)
  return { run: job.run_id, attempt: ref.attempt ?? job.run_attempt ?? null }
}

const jobOfAnotherRun = ({ owner, repo }: Session, job: ApiJob, run: number) =>
  new SherpaError({
    code: 'job-of-another-run',
    kind: 'usage',
    message: `job ${job.id} belongs to run ${job.run_id}, not to run ${run}`,
    hint: `ask for ${owner}/${repo}#${job.run_id}`,
  })

export async function fetchAttempt(session: Session, { run, attempt }: Place): Promise<ApiRun> {
  const { actions } = session.client.rest
  const text = `run ${run} of ${session.owner}/${session.repo}`
  if (attempt === null) {
    const question = questionOf(session, `actions/runs/${run}`, { what: 'run', text, permission: 'actions: read' })
    return (await ask(question, () => actions.getWorkflowRun({ ...where(session), run_id: run }))).data
  }
  const subject = { what: 'run', text: `attempt ${attempt} of ${text}`, permission: 'actions: read' } as const
  const question = questionOf(session, `actions/runs/${run}/attempts/${attempt}`, subject)
  return (await ask(question, () => actions.getWorkflowRunAttempt({ ...where(session), run_id: run, attempt_number: attempt })))
    .data
}

interface Known {
  readonly pullRequest: PullRequest | null
  /** Whether it is known that there is no other attempt. */
  readonly isOnly: boolean
}

/** The run with all that can further be asked about it. */
export function toCiRun(session: Session, run: ApiRun, { pullRequest, isOnly }: Known): CiRun {
  return {
    run: toRun(run, pullRequest),
    jobs: () => fetchJobs(session, run),
    changes: () => fetchChanges(session, run, pullRequest),
    otherAttempts: async () => (isOnly ? { value: [] } : fetchOtherAttempts(session, run)),
    archive: () => openArchive(session, run),
    async greenRuns() {
      const { value, trouble } = await findGreen(session, run, pullRequest)
      return trouble ? { trouble } : { value: value.map(green => toCiRun(session, green, { pullRequest: null, isOnly: true })) }
    },
  }
}

async function fetchJobs(session: Session, run: ApiRun): Promise<readonly CiJob[]> {
  const { client } = session
  const attempt = run.run_attempt ?? 1
  const subject = {
    what: 'run',
    text: `jobs of run ${run.id} of ${session.owner}/${session.repo}`,
    permission: 'actions: read',
  } as const
  const jobs = await ask(questionOf(session, `actions/runs/${run.id}/attempts/${attempt}/jobs`, subject), () =>
    client.paginate(client.rest.actions.listJobsForWorkflowRunAttempt, {
      ...where(session),
      run_id: run.id,
      attempt_number: attempt,
      per_page: 100,
    }),
  )
  return jobs.map(job => toCiJob(session, job))
}
