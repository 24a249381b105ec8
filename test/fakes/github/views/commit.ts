import type { CommitData, FileData, RepositoryData } from '../world.ts'
import { HTML, type Links, nodeId } from './links.ts'
import { userView } from './user.ts'

/** A "commit" without its files, as lists and comparisons carry it. */
export function commitView(commit: CommitData, repo: RepositoryData, links: Links) {
  const home = `${links.api}/repos/${repo.owner}/${repo.name}`
  const page = `${HTML}/${repo.owner}/${repo.name}/commit`
  const url = `${home}/commits/${commit.sha}`
  const person = { name: commit.author, email: `${commit.author}@example.com`, date: commit.date }
  const author = userView(commit.author, links)
  return {
    url,
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    html_url: `${page}/${commit.sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${home}/git/commits/${commit.sha}`,
      author: person,
      committer: person,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.sha, url: `${home}/git/trees/${commit.sha}` },
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    author,
    committer: author,
    parents: (commit.parents ?? []).map(sha => ({
      sha,
      url: `${home}/commits/${sha}`,
      html_url: `${page}/${sha}`,
    })),
  }
}

/** The sums over a commit's files. */
export function statsView(files: readonly FileData[]) {
  const additions = files.reduce((sum, file) => sum + file.additions, 0)
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0)
  return { additions, deletions, total: additions + deletions }
}

/** A "diff-entry": one changed file at a commit. */
export function fileView(file: FileData, sha: string, repo: RepositoryData, { api }: Links) {
  const page = `${HTML}/${repo.owner}/${repo.name}`
  const path = file.filename.split('/').map(encodeURIComponent).join('/')
  return {
    sha: Buffer.from(file.filename).toString('hex').padEnd(40, '0').slice(0, 40),
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${sha}/${path}`,
    raw_url: `${page}/raw/${sha}/${path}`,
    contents_url: `${api}/repos/${repo.owner}/${repo.name}/contents/${path}?ref=${sha}`,
    ...(file.patch !== null && { patch: file.patch }),
    ...(file.previousFilename !== null && { previous_filename: file.previousFilename }),
  }
}
