/** Files of the repository at a commit. */
import { notFound, ok } from '../server/answer.ts'
import { findCommit, treeOf } from '../state/history.ts'
import { blobSha } from '../state/objects.ts'
import { HTML } from '../views/links.ts'
import type { Call, Routes } from './route.ts'

export const contentRoutes: Routes = {
  'GET /repos/{owner}/{repo}/contents/{path}': call => {
    const ref = call.query.get('ref') ?? call.repo.defaultBranch
    const commit = findCommit(call.repo, ref)
    const path = call.params['path'] ?? ''
    const text = commit && treeOf(call.repo, commit)[path]
    return text === undefined ? notFound() : ok(contentView(call, { path, ref, text }))
  },
}

function contentView({ repo, links }: Call, { path, ref, text }: { path: string; ref: string; text: string }) {
  const home = `${links.api}/repos/${repo.owner}/${repo.name}`
  const page = `${HTML}/${repo.owner}/${repo.name}`
  const sha = blobSha(text)
  const self = `${home}/contents/${path}?ref=${ref}`
  return {
    type: 'file',
    encoding: 'base64',
    size: Buffer.byteLength(text),
    name: path.split('/').at(-1),
    path,
    // GitHub breaks lines of its base64.
    content: `${Buffer.from(text).toString('base64').replaceAll(/.{60}/g, '$&\n')}\n`,
    sha,
    url: self,
    git_url: `${home}/git/blobs/${sha}`,
    html_url: `${page}/blob/${ref}/${path}`,
    download_url: null,
    _links: { self, git: `${home}/git/blobs/${sha}`, html: `${page}/blob/${ref}/${path}` },
  }
}
