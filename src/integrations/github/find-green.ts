import type { Answer } from '../../core/ports.ts'
import type { ApiRun, PullRequest } from './map-run.ts'
import { asTrouble } from './request-failure.ts'
import { questionOf, type Session, where } from './session.ts'

/** The newest green run of the same workflow that is not younger: on its own branch, else on its base, else on the default branch. */
export async function findGreen(session: Session, run: ApiRun, pullRequest: PullRequest | null): Promise<Answer<ApiRun | null>> {
  const path = `actions/workflows/${run.workflow_id}/runs`
  const subject = { what: 'history', text: `runs of workflow ${run.workflow_id}`, permission: 'actions: read' } as const
  try {
    if (run.head_branch) {
      const own = await newest(session, run, { branch: run.head_branch, ofRepository: run.head_repository?.id })
      if (own) return { value: own }
    }
    const base = pullRequest?.base ?? (await defaultBranch(session, run))
    if (base === run.head_branch && !isFork(run)) return { value: null }
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

async function newest(session: Session, run: ApiRun, { branch, ofRepository }: Place): Promise<ApiRun | null> {
  const { data } = await session.client.rest.actions.listWorkflowRuns({
    ...where(session),
    workflow_id: run.workflow_id,
    branch,
    status: 'success',
    created: `<=${run.created_at}`,
    per_page: 20,
  })
  return data.workflow_runs.find(other => ofRepository === undefined || other.head_repository?.id === ofRepository) ?? null
}

async function defaultBranch(session: Session, run: ApiRun): Promise<string> {
  return run.repository.default_branch ?? (await session.client.rest.repos.get(where(session))).data.default_branch
}

const isFork = (run: ApiRun) => run.head_repository !== null && run.head_repository.id !== run.repository.id
