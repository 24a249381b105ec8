/** Git's own objects: references, commits, trees and blobs. */
import { failed, notFound, ok } from '../server/answer.ts'
import { findCommit, treeOf } from '../state/history.ts'
import { blobSha, commitTree, editTree, findBlob, findTree, type Tree, type TreeEdit, treeSha } from '../state/objects.ts'
import { HTML, nodeId } from '../views/links.ts'
import type { CommitData } from '../world.ts'
import { type Call, found, type Routes } from './route.ts'

const GIT = '/repos/{owner}/{repo}/git'
const HEADS = /^(?:refs\/)?heads\//

export const gitRoutes: Routes = {
  [`GET ${GIT}/ref/{ref}`]: call => {
    const branch = (call.params['ref'] ?? '').replace(HEADS, '')
    return found(call.repo.branches[branch], sha => ok(refView(call, branch, sha)))
  },

  [`POST ${GIT}/refs`]: call => {
    const { ref, sha } = call.body as { ref: string; sha: string }
    const branch = ref.replace(HEADS, '')
    if (!ref.startsWith('refs/heads/')) return failed(422, 'Reference name must start with refs/')
    if (call.repo.branches[branch] !== undefined) return failed(422, 'Reference already exists')
    if (findCommit(call.repo, sha) === undefined) return failed(422, 'Object does not exist')
    call.repo.branches[branch] = sha
    return { status: 201, json: refView(call, branch, sha) }
  },

  [`DELETE ${GIT}/refs/{ref}`]: call => {
    const branch = (call.params['ref'] ?? '').replace(HEADS, '')
    if (call.repo.branches[branch] === undefined) return failed(422, 'Reference does not exist')
    delete call.repo.branches[branch]
    for (const pull of call.repo.pulls) if (pull.headBranch === branch && pull.headRepository === null) pull.state = 'closed'
    return { status: 204 }
  },

  [`GET ${GIT}/commits/{commit_sha}`]: call =>
    found(findCommit(call.repo, call.params['commit_sha'] ?? ''), commit => ok(gitCommitView(call, commit))),

  [`POST ${GIT}/commits`]: call => {
    const { message, tree: sha, parents = [] } = call.body as { message: string; tree: string; parents?: string[] }
    const tree = findTree(call.repo, sha)
    if (tree === undefined) return failed(422, 'Tree SHA does not exist')
    if (parents.some(parent => findCommit(call.repo, parent) === undefined)) return failed(422, 'Parent SHA does not exist')
    return { status: 201, json: gitCommitView(call, commitTree(call.repo, { message, parents, tree, date: call.now })) }
  },

  [`GET ${GIT}/trees/{tree_sha}`]: call =>
    found(findTree(call.repo, call.params['tree_sha'] ?? ''), tree => ok(treeView(call, tree))),

  [`POST ${GIT}/trees`]: call => {
    const { base_tree: base, tree: edits } = call.body as { base_tree?: string; tree: TreeEdit[] }
    const onto = base === undefined ? {} : findTree(call.repo, base)
    if (onto === undefined) return failed(422, 'Invalid base_tree')
    const both = edits.some(({ sha, content }) => sha !== undefined && content !== undefined)
    const tree = both ? undefined : editTree(call.repo, onto, edits)
    return tree === undefined ? failed(422, 'Invalid tree info') : { status: 201, json: treeView(call, tree) }
  },

  [`GET ${GIT}/blobs/{file_sha}`]: call => {
    const sha = call.params['file_sha'] ?? ''
    const text = findBlob(call.repo, sha)
    if (text === undefined) return notFound()
    return ok({
      sha,
      node_id: nodeId('Blob', sha),
      size: Buffer.byteLength(text),
      url: `${homeOf(call)}/git/blobs/${sha}`,
      content: `${Buffer.from(text).toString('base64').replaceAll(/.{60}/g, '$&\n')}\n`,
      encoding: 'base64',
    })
  },
}

const homeOf = ({ repo, links }: Call) => `${links.api}/repos/${repo.owner}/${repo.name}`

const refView = (call: Call, branch: string, sha: string) => ({
  ref: `refs/heads/${branch}`,
  node_id: nodeId('Ref', branch),
  url: `${homeOf(call)}/git/refs/heads/${branch}`,
  object: { type: 'commit', sha, url: `${homeOf(call)}/git/commits/${sha}` },
})

function gitCommitView(call: Call, commit: CommitData) {
  const { sha, message, author, date, parents } = commit
  const person = { name: author, email: `${author}@example.com`, date }
  const tree = treeSha(treeOf(call.repo, commit))
  const page = `${HTML}/${call.repo.owner}/${call.repo.name}/commit`
  const url = (one: string) => `${homeOf(call)}/git/commits/${one}`
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: url(sha),
    html_url: `${page}/${sha}`,
    author: person,
    committer: person,
    message,
    tree: { sha: tree, url: `${homeOf(call)}/git/trees/${tree}` },
    parents: (parents ?? []).map(one => ({ sha: one, url: url(one), html_url: `${page}/${one}` })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  }
}

/** Whole, whether or not folders were asked for one by one. */
function treeView(call: Call, tree: Tree) {
  const sha = treeSha(tree)
  const url = `${homeOf(call)}/git/trees/${sha}`
  const entries = Object.entries(tree).map(([path, text]) => {
    const blob = blobSha(text)
    const at = `${homeOf(call)}/git/blobs/${blob}`
    return { path, mode: '100644', type: 'blob', sha: blob, size: Buffer.byteLength(text), url: at }
  })
  return { sha, url, truncated: call.repo.treesAreCut ?? false, tree: entries }
}
