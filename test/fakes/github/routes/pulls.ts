/** Pull requests that are opened and closed; code.ts has those that are looked at. */
import { aPullRequest, aRun } from '../builders.ts'
import { failed, ok } from '../server/answer.ts'
import { compareCommits, findCommit } from '../state/history.ts'
import { pullView } from '../views/pull-request.ts'
import type { RepositoryData } from '../world.ts'
import { found, type Routes } from './route.ts'

const PULLS = '/repos/{owner}/{repo}/pulls'
const TOKEN_USER = 'github-actions[bot]'

export const pullRoutes: Routes = {
  [`POST ${PULLS}`]: call => {
    const { repo, links, now } = call
    const { title = '', head, base, body } = call.body as { title?: string; head: string; base: string; body?: string }
    const headSha = repo.branches[head]
    const baseSha = repo.branches[base]
    if (headSha === undefined || baseSha === undefined) return failed(422, 'Validation Failed: head or base is invalid')
    const isTaken = repo.pulls.some(pull => pull.state === 'open' && pull.headBranch === head && pull.baseBranch === base)
    if (isTaken) return failed(422, `Validation Failed: A pull request already exists for ${repo.owner}:${head}.`)
    if (!isAhead(repo, baseSha, headSha)) return failed(422, `Validation Failed: No commits between ${base} and ${head}`)
    const number = Math.max(0, ...[...repo.issues, ...repo.pulls].map(one => one.number)) + 1
    const ends = { headBranch: head, headSha, baseBranch: base, baseSha }
    const pull = aPullRequest({ number, title, body: body ?? null, author: TOKEN_USER, createdAt: now, ...ends })
    repo.pulls.push(pull)
    startChecks(repo, headSha, now)
    return { status: 201, json: pullView(pull, repo, links) }
  },

  [`PATCH ${PULLS}/{pull_number}`]: call =>
    found(
      call.repo.pulls.find(({ number }) => number === Number(call.params['pull_number'])),
      pull => {
        const { state } = (call.body ?? {}) as { state?: 'open' | 'closed' }
        if (state !== undefined) pull.state = state
        return ok(pullView(pull, call.repo, call.links))
      },
    ),
}

function isAhead(repo: RepositoryData, baseSha: string, headSha: string): boolean {
  const [base, head] = [findCommit(repo, baseSha), findCommit(repo, headSha)]
  return base !== undefined && head !== undefined && (compareCommits(repo, base, head)?.ahead.length ?? 0) > 0
}

/** The jobs that run for every pull request, if there are any, as they end. */
function startChecks(repo: RepositoryData, headSha: string, now: string): void {
  if (repo.pullJobs === undefined) return
  repo.runs.push(aRun({ id: 900_000 + repo.runs.length, event: 'pull_request', headSha, createdAt: now, jobs: repo.pullJobs }))
}
