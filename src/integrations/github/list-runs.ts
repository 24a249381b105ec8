import type { ListedRun, RunPage, RunQuery } from '../../core/ports/ci.ts'
import { pullRequestOf } from './find-pull-request.ts'
import type { ApiRun } from './map-run.ts'
import { fetchAttempt, toCiRun } from './open-run.ts'
import { asSherpaError } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/**
 * A page of 100 of the runs of a repository or of a workflow. An answer of 304 is not counted against the rate limit:
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export async function listRuns(session: Session, { workflow, page, tag, ...stretch }: RunQuery): Promise<RunPage | 'unchanged'> {
  const { actions } = session.client.rest
  const parameters = {
    ...where(session),
    created: `${second(stretch.fromMs)}..${second(stretch.toMs)}`,
    per_page: 100,
    page,
    headers: tag === null ? {} : { 'if-none-match': tag },
  }
  try {
    const { data, headers } =
      workflow === null
        ? await actions.listWorkflowRunsForRepo(parameters)
        : await actions.listWorkflowRuns({ ...parameters, workflow_id: workflow })
    return {
      tag: headers.etag ?? null,
      total: data.total_count,
      runs: data.workflow_runs.map(run => toListedRun(session, run)),
    }
  } catch (error) {
    if (isNotModified(error)) return 'unchanged'
    const repository = `${session.owner}/${session.repo}`
    const text = workflow === null ? `repository ${repository}` : `workflow ${workflow} of ${repository}`
    const path = workflow === null ? 'actions/runs' : `actions/workflows/${workflow}/runs`
    throw asSherpaError(error, questionOf(session, path, { what: 'history', text, permission: 'actions: read' }))
  }
}

const toListedRun = (session: Session, run: ApiRun): ListedRun => ({
  createdMs: Date.parse(run.created_at),
  newest: toCiRun(session, run, { pullRequest: pullRequestOf(run), isOnly: (run.run_attempt ?? 1) === 1 }),
  async attempt(number) {
    const attempt = await fetchAttempt(session, { run: run.id, attempt: number })
    return toCiRun(session, attempt, { pullRequest: pullRequestOf(attempt), isOnly: false })
  },
})

const isNotModified = (error: unknown) => error instanceof Error && 'status' in error && error.status === 304

/** `2026-03-02T11:00:00Z` */
const second = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
