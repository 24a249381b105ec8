/** Branches by the beginning of their name, and by the commit at their end. */
import { failed, ok } from '../server/answer.ts'
import { findCommit } from '../state/history.ts'
import { nodeId } from '../views/links.ts'
import { type Call, pageOf, type Routes } from './route.ts'

const REPO = '/repos/{owner}/{repo}'
const HEADS = /^(?:refs\/)?heads\//

export const branchRoutes: Routes = {
  [`GET ${REPO}/git/matching-refs/{ref}`]: call => {
    const beginning = (call.params['ref'] ?? '').replace(HEADS, '')
    const found = Object.entries(call.repo.branches).filter(([name]) => name.startsWith(beginning))
    return ok(found.map(([name, sha]) => refView(call, name, sha)))
  },

  [`GET ${REPO}/commits/{commit_sha}/branches-where-head`]: call => {
    const sha = call.params['commit_sha'] ?? ''
    if (findCommit(call.repo, sha) === undefined) return failed(422, `No commit found for SHA: ${sha}`)
    const ending = Object.entries(call.repo.branches).filter(([, tip]) => tip === sha)
    return pageOf(call, ending, ([name]) => ({
      name,
      commit: { sha, url: `${homeOf(call)}/commits/${sha}` },
      protected: false,
    }))
  },
}

const homeOf = ({ repo, links }: Call) => `${links.api}/repos/${repo.owner}/${repo.name}`

const refView = (call: Call, name: string, sha: string) => ({
  ref: `refs/heads/${name}`,
  node_id: nodeId('Ref', name),
  url: `${homeOf(call)}/git/refs/heads/${name}`,
  object: { type: 'commit', sha, url: `${homeOf(call)}/git/commits/${sha}` },
})
