/** Git's objects: the hashes of texts and trees, and where they are found again. Every file is a plain one. */
import { createHash } from 'node:crypto'
import type { CommitData, RepositoryData } from '../world.ts'
import { treeOf } from './history.ts'

export type Tree = Record<string, string>

/** The name that git gives a text. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export const blobSha = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex')

/** Not what git would say, which makes one of each folder; but the same for the same files. */
export function treeSha(tree: Tree): string {
  const files = Object.entries(tree).map(([path, text]) => `${path}\0${blobSha(text)}`)
  return createHash('sha1')
    .update(`tree ${files.toSorted().join('\n')}`)
    .digest('hex')
}

/** Those of commits, and those that were made for commits to come. */
export const findTree = (repo: RepositoryData, sha: string): Tree | undefined =>
  [...treesOf(repo)].find(tree => treeSha(tree) === sha)

export function findBlob(repo: RepositoryData, sha: string): string | undefined {
  for (const tree of treesOf(repo)) for (const text of Object.values(tree)) if (blobSha(text) === sha) return text
  return undefined
}

export interface TreeEdit {
  path: string
  sha?: string | null
  content?: string
}

/** A tree with some files changed; undefined where one of them is nowhere to be found. */
export function editTree(repo: RepositoryData, base: Tree, edits: readonly TreeEdit[]): Tree | undefined {
  const tree = { ...base }
  for (const { path, sha, content } of edits) {
    if (sha === null) delete tree[path]
    else {
      const text = content ?? findBlob(repo, sha ?? '')
      if (text === undefined) return undefined
      tree[path] = text
    }
  }
  repo.trees = [...(repo.trees ?? []), tree]
  return tree
}

/** A commit on another; it stands on no branch yet. */
export function commitTree(repo: RepositoryData, { message, parents, tree, date }: NewCommit): CommitData {
  const sha = createHash('sha1')
    .update(JSON.stringify([message, parents, treeSha(tree), repo.commits.length]))
    .digest('hex')
  const commit: CommitData = { sha, message, author: 'github-actions[bot]', date, parents, files: [], tree }
  repo.commits.push(commit)
  return commit
}

interface NewCommit {
  message: string
  parents: string[]
  tree: Tree
  date: string
}

function* treesOf(repo: RepositoryData): Iterable<Tree> {
  for (const commit of repo.commits) yield treeOf(repo, commit)
  yield* repo.trees ?? []
}
