import type { Answer, Deed } from '../../core/ports/answer.ts'
import type { AttemptState, RunControl } from '../../core/ports/runs.ts'
import { toJob, toRun } from './map-run.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'
import { write } from './write.ts'

/** Runs that can be acted on; each writing call is sent once. https://docs.github.com/rest/actions/workflow-runs */
export function controlRuns(sessionOf: (repository: string) => Promise<Session>): RunControl {
  return {
    newestAttempt: async (repository, run) => newestAttempt(await sessionOf(repository), run),
    async rerun(repository, run, what, { debug }) {
      const session = await sessionOf(repository)
      const { actions } = session.client.rest
      const options = { ...where(session), ...(debug && { enable_debug_logging: true }) }
      const text = runText(session, run)
      if (what === 'failed')
        return post(session, { text, path: `runs/${run}/rerun-failed-jobs` }, () =>
          actions.reRunWorkflowFailedJobs({ ...options, run_id: run }),
        )
      if (what === 'all')
        return post(session, { text, path: `runs/${run}/rerun` }, () => actions.reRunWorkflow({ ...options, run_id: run }))
      return post(session, { text: `job ${what} of ${text}`, path: `jobs/${what}/rerun` }, () =>
        actions.reRunJobForWorkflowRun({ ...options, job_id: what }),
      )
    },
    async cancel(repository, run, { force }) {
      const session = await sessionOf(repository)
      const { actions } = session.client.rest
      const place = { ...where(session), run_id: run }
      const text = runText(session, run)
      return force
        ? post(session, { text, path: `runs/${run}/force-cancel` }, () => actions.forceCancelWorkflowRun(place))
        : post(session, { text, path: `runs/${run}/cancel` }, () => actions.cancelWorkflowRun(place))
    },
  }
}

interface Aim {
  /** Below `actions/`. */
  readonly path: string
  readonly text: string
}

const post = (session: Session, { path, text }: Aim, request: () => Promise<unknown>): Promise<Deed<null>> =>
  write(
    session,
    { method: 'POST', path: `actions/${path}`, subject: { what: 'run', text, permission: 'actions: write' } },
    async () => {
      await request()
      return null
    },
  )

async function newestAttempt(session: Session, run: number): Promise<Answer<AttemptState>> {
  const { client } = session
  const subject = { what: 'run', text: runText(session, run), permission: 'actions: read' } as const
  try {
    const { data } = await client.rest.actions.getWorkflowRun({ ...where(session), run_id: run })
    const attempt = data.run_attempt ?? 1
    const jobs = await client.paginate(client.rest.actions.listJobsForWorkflowRunAttempt, {
      ...where(session),
      run_id: run,
      attempt_number: attempt,
      per_page: 100,
    })
    const { status = 'queued', conclusion = null, triggeredBy = null, url = null } = toRun(data, null)
    return { value: { attempt, status, conclusion, triggeredBy, url, jobs: jobs.map(toJob) } }
  } catch (error) {
    return { trouble: asTrouble(error, questionOf(session, `actions/runs/${run}`, subject)) }
  }
}

const runText = ({ owner, repo }: Session, run: number) => `run ${run} of ${owner}/${repo}`
