import type { Deed } from '../../core/ports/answer.ts'
import type { Dispatch, DispatchControl, DispatchedRun } from '../../core/ports/dispatches.ts'
import { type ApiRun, toRun } from './map-run.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'
import { write } from './write.ts'

/** Workflows that are started by hand. https://docs.github.com/rest/actions/workflows#create-a-workflow-dispatch-event */
export function controlDispatches(sessionOf: (repository: string) => Promise<Session>): DispatchControl {
  let isOld = false
  return {
    async dispatched(repository, { workflow, branch }) {
      const session = await sessionOf(repository)
      const path = `actions/workflows/${workflow}/runs`
      try {
        const { data } = await session.client.rest.actions.listWorkflowRuns({
          ...where(session),
          workflow_id: workflow,
          event: 'workflow_dispatch',
          branch,
          per_page: 100,
        })
        return { value: data.workflow_runs.map(toDispatched) }
      } catch (error) {
        const subject = { what: 'history', text: `runs of ${workflow}`, permission: 'actions: read' } as const
        return { trouble: asTrouble(error, questionOf(session, path, subject)) }
      }
    },
    async dispatch(repository, wanted) {
      const session = await sessionOf(repository)
      if (isOld) return start(session, wanted, {})
      const told = await start(session, wanted, { return_run_details: true })
      // Servers that do not know the wish refuse it, and have done nothing then.
      isOld = told.trouble?.code === 'ci-invalid' && /permitted key/.test(told.trouble.message)
      return isOld ? start(session, wanted, {}) : told
    },
    async tip(repository, branch) {
      const session = await sessionOf(repository)
      try {
        const { data } = await session.client.rest.repos.getCommit({ ...where(session), ref: branch, per_page: 1 })
        return { value: data.sha }
      } catch (error) {
        const subject = { what: 'changes', text: `branch ${branch}`, permission: 'contents: read' } as const
        return { trouble: asTrouble(error, questionOf(session, `commits/${branch}`, subject)) }
      }
    },
  }
}

/** The id of the run, from servers that tell it. */
function start(
  session: Session,
  { workflow, branch, inputs }: Dispatch,
  wish: { readonly return_run_details?: true },
): Promise<Deed<number | null>> {
  const path = `actions/workflows/${workflow}/dispatches`
  const subject = { what: 'run', text: `workflow ${workflow} on ${branch}`, permission: 'actions: write' } as const
  return write(session, { method: 'POST', path, subject }, async () => {
    const answer: { readonly data: unknown } = await session.client.rest.actions.createWorkflowDispatch({
      ...where(session),
      workflow_id: workflow,
      ref: branch,
      inputs: { ...inputs },
      ...wish,
    })
    return toldId(answer.data)
  })
}

function toldId(answer: unknown): number | null {
  const id = typeof answer === 'object' && answer !== null && 'workflow_run_id' in answer ? answer.workflow_run_id : null
  return typeof id === 'number' ? id : null
}

function toDispatched(run: ApiRun): DispatchedRun {
  const { status = 'queued', conclusion = null, url = null } = toRun(run, null)
  return {
    id: run.id,
    title: run.display_title,
    commit: run.head_sha,
    createdMs: Date.parse(run.created_at),
    status,
    conclusion,
    url,
  }
}
