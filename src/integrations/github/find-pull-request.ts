import type { ApiRun, PullRequest } from './map-run.ts'
import { type Session, where } from './session.ts'

/** GitHub leaves out the pull request of a fork, and one that is closed, so that it has to be looked up by its branch; null where unknown. */
export async function findPullRequest(session: Session, run: ApiRun): Promise<PullRequest | null> {
  if (run.event !== 'pull_request') return null
  const named = pullRequestOf(run)
  if (named) return named
  const owner = run.head_repository?.owner.login
  if (!owner || !run.head_branch) return null
  try {
    const { data } = await session.client.rest.pulls.list({
      ...where(session),
      state: 'all',
      head: `${owner}:${run.head_branch}`,
      per_page: 20,
    })
    const pull = data.find(({ head }) => head.sha === run.head_sha) ?? data[0]
    return pull ? { number: pull.number, base: pull.base.ref, baseSha: pull.base.sha } : null
  } catch {
    return null
  }
}

/** The one that GitHub names with the run. */
export function pullRequestOf(run: ApiRun): PullRequest | null {
  const named =
    run.event === 'pull_request' ? run.pull_requests?.find(pull => pull.base.repo.id === run.repository.id) : undefined
  return named ? { number: named.number, base: named.base.ref, baseSha: named.base.sha } : null
}
