import type { Answer } from '../../core/ports/answer.ts'
import type { ApiRun, PullRequest } from './map-run.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** How many are worth looking at: a job may have been skipped in the newest. */
const MOST = 3

/** The newest green runs of the same workflow that are not younger: on its own branch, else on its base, else on the default branch. */
export async function findGreen(
  session: Session,
  run: ApiRun,
  pullRequest: PullRequest | null,
): Promise<Answer<readonly ApiRun[]>> {
  const path = `actions/workflows/${run.workflow_id}/runs`
  const subject = { what: 'history', text: `runs of workflow ${run.workflow_id}`, permission: 'actions: read' } as const
  try {
    if (run.head_branch) {
      const own = await newest(session, run, { branch: run.head_branch, ofRepository: run.head_repository?.id })
      if (own.length > 0) return { value: own }
    }
    const base = pullRequest?.base ?? (await defaultBranch(session, run))
    if (base === run.head_branch && !isFork(run)) return { value: [] }
    return { value: await newest(session, run, { branch: base, ofRepository: run.repository.id }) }
  } catch (error) {
    return { trouble: asTrouble(error, questionOf(session, path, subject)) }
  }
}

/** Where green runs are looked for: a fork may have a branch of the same name. */
interface Place {
  readonly branch: string
  readonly ofRepository: number | undefined
}

async function newest(session: Session, run: ApiRun, { branch, ofRepository }: Place): Promise<ApiRun[]> {
  const { data } = await session.client.rest.actions.listWorkflowRuns({
    ...where(session),
    workflow_id: run.workflow_id,
    branch,
    status: 'success',
    created: `<=${run.created_at}`,
    per_page: 20,
  })
  const runs = data.workflow_runs.filter(other => ofRepository === undefined || other.head_repository?.id === ofRepository)
  return runs.slice(0, MOST)
}

async function defaultBranch(session: Session, run: ApiRun): Promise<string> {
  return run.repository.default_branch ?? (await session.client.rest.repos.get(where(session))).data.default_branch
}

const isFork = (run: ApiRun) => run.head_repository !== null && run.head_repository.id !== run.repository.id
