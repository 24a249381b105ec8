/** The repository, its commits and comparisons, and pull requests. */
import { failed, ok } from '../server/answer.ts'
import { paginate } from '../server/paging.ts'
import { compareCommits, findCommit } from '../state/history.ts'
import { commitView, fileView, statsView } from '../views/commit.ts'
import { HTML } from '../views/links.ts'
import { pullView, simplePullView } from '../views/pull-request.ts'
import { fullRepositoryView } from '../views/repository.ts'
import { type Call, found, pageOf, type Routes } from './route.ts'

const REPO = '/repos/{owner}/{repo}'
/** Files on one page of a commit; a comparison shows no more than these. */
const FILES = 300
const COMMITS = 250

export const codeRoutes: Routes = {
  [`GET ${REPO}`]: call => ok(fullRepositoryView(call.repo, call.links)),

  [`GET ${REPO}/commits/{commit_sha}/pulls`]: call => {
    const sha = call.params['commit_sha'] ?? ''
    const pulls = call.repo.pulls.filter(pull => pull.headSha === sha)
    return pageOf(call, pulls, pull => simplePullView(pull, call.repo, call.links))
  },

  [`GET ${REPO}/commits/{ref}`]: call => {
    const ref = call.params['ref'] ?? ''
    const commit = findCommit(call.repo, ref)
    if (commit === undefined) return failed(422, `No commit found for SHA: ${ref}`)
    const page = paginate(commit.files, { ...call, defaultSize: FILES })
    const files = page.items.map(file => fileView(file, commit.sha, call.repo, call.links))
    return ok({ ...commitView(commit, call.repo, call.links), stats: statsView(commit.files), files }, page.headers)
  },

  [`GET ${REPO}/compare/{basehead}`]: compare,

  [`GET ${REPO}/pulls`]: call => {
    const pulls = call.repo.pulls.filter(pull => {
      const owner = pull.headRepository?.split('/')[0] ?? call.repo.owner
      const state = call.query.get('state') ?? 'open'
      const wants = (name: string, value: string) => !call.query.has(name) || call.query.get(name) === value
      return (
        (state === 'all' || state === pull.state) &&
        wants('head', `${owner}:${pull.headBranch}`) &&
        wants('base', pull.baseBranch)
      )
    })
    return pageOf(call, pulls, pull => simplePullView(pull, call.repo, call.links))
  },

  [`GET ${REPO}/pulls/{pull_number}`]: call => found(findPull(call), pull => ok(pullView(pull, call.repo, call.links))),

  [`GET ${REPO}/pulls/{pull_number}/files`]: call =>
    found(findPull(call), pull => pageOf(call, pull.files, file => fileView(file, pull.headSha, call.repo, call.links))),
}

function findPull(call: Call) {
  return call.repo.pulls.find(pull => pull.number === Number(call.params['pull_number']))
}

/** Commits come in pages; files stand on the first page only, at most 300. */
function compare(call: Call) {
  const basehead = call.params['basehead'] ?? ''
  const [from = '', to = ''] = basehead.split('...').map(end => end.slice(end.indexOf(':') + 1))
  const base = findCommit(call.repo, from)
  const head = findCommit(call.repo, to)
  if (base === undefined || head === undefined) return failed(404, 'Not Found')
  const result = compareCommits(call.repo, base, head)
  if (result === undefined) return failed(404, `No common ancestor between ${from} and ${to}.`)
  const page = paginate(result.ahead, { ...call, defaultSize: COMMITS })
  const first = Number(call.query.get('page') ?? 1) === 1
  const html = `${HTML}/${call.repo.owner}/${call.repo.name}/compare/${encodeURIComponent(basehead)}`
  const answer = {
    url: `${call.links.api}${call.path}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitView(result.base, call.repo, call.links),
    merge_base_commit: commitView(result.mergeBase, call.repo, call.links),
    status: result.status,
    ahead_by: result.ahead.length,
    behind_by: result.behind,
    total_commits: result.ahead.length,
    commits: page.items.map(commit => commitView(commit, call.repo, call.links)),
    files: first ? result.files.slice(0, FILES).map(file => fileView(file, head.sha, call.repo, call.links)) : [],
  }
  return ok(answer, page.headers)
}
