/** Commits as a graph: what a reference names, and what lies between two of them. */
import type { CommitData, FileData, RepositoryData } from '../world.ts'

export interface Comparison {
  base: CommitData
  mergeBase: CommitData
  status: 'diverged' | 'ahead' | 'behind' | 'identical'
  /** In head and not in base, oldest first. */
  ahead: CommitData[]
  behind: number
  /** One entry per changed file, counts added up. */
  files: FileData[]
}

/**
 * A commit by sha (7 digits are enough), branch, "heads/branch" or pull request branch. The head of a run
 * or a pull request whose commit is not declared is an empty commit: on GitHub it would exist.
 */
export function findCommit(repo: RepositoryData, ref: string): CommitData | undefined {
  const name = ref.replace(/^(refs\/)?heads\//, '')
  const sha = repo.branches[name] ?? repo.pulls.find(pull => pull.headBranch === name)?.headSha ?? ref
  const declared = repo.commits.find(commit => commit.sha.startsWith(sha) && sha.length >= 7)
  return declared ?? impliedCommit(repo, sha)
}

/** All text files at a commit. */
export function treeOf(repo: RepositoryData, commit: CommitData): Record<string, string> {
  if (commit.tree !== null) return commit.tree
  const parent = repo.commits.find(({ sha }) => sha === commit.parents?.[0])
  return parent === undefined ? {} : treeOf(repo, parent)
}

/** What GitHub compares with `base...head`; undefined without a common ancestor. */
export function compareCommits(repo: RepositoryData, base: CommitData, head: CommitData): Comparison | undefined {
  const ofBase = ancestors(repo, base)
  const ofHead = ancestors(repo, head)
  const mergeBase = [...ofHead.values()].find(commit => ofBase.has(commit.sha))
  if (mergeBase === undefined) return undefined
  const ahead = [...ofHead.values()].filter(commit => !ofBase.has(commit.sha)).reverse()
  const behind = [...ofBase.keys()].filter(sha => !ofHead.has(sha)).length
  return { base, mergeBase, status: statusOf(ahead.length, behind), ahead, behind, files: mergeFiles(ahead) }
}

function statusOf(ahead: number, behind: number): Comparison['status'] {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}

/** The commit and everything before it, nearest first. */
function ancestors(repo: RepositoryData, start: CommitData): Map<string, CommitData> {
  const bySha = new Map(repo.commits.map(commit => [commit.sha, commit]))
  const seen = new Map<string, CommitData>()
  const queue = [start]
  for (const commit of queue) {
    if (seen.has(commit.sha)) continue
    seen.set(commit.sha, commit)
    for (const parent of commit.parents ?? []) {
      const found = bySha.get(parent)
      if (found !== undefined) queue.push(found)
    }
  }
  return seen
}

function mergeFiles(commits: readonly CommitData[]): FileData[] {
  const merged = new Map<string, FileData>()
  for (const file of commits.flatMap(commit => commit.files)) {
    const before = merged.get(file.filename)
    merged.set(file.filename, before === undefined ? file : addUp(before, file))
  }
  return [...merged.values()]
}

function addUp(first: FileData, second: FileData): FileData {
  const patch = [first.patch, second.patch].filter(part => part !== null).join('\n')
  return {
    ...second,
    status: first.status === 'added' && second.status === 'modified' ? 'added' : second.status,
    patch: patch === '' ? null : patch,
    additions: first.additions + second.additions,
    deletions: first.deletions + second.deletions,
  }
}

function impliedCommit(repo: RepositoryData, sha: string): CommitData | undefined {
  const run = repo.runs.find(candidate => candidate.headSha === sha)
  const pull = repo.pulls.find(candidate => candidate.headSha === sha || candidate.baseSha === sha)
  if (run === undefined && pull === undefined) return undefined
  const author = run?.actor ?? pull?.author ?? 'mona'
  const date = run?.createdAt ?? pull?.createdAt ?? ''
  return { sha, message: run?.title ?? pull?.title ?? '', author, date, parents: [], files: [], tree: null }
}
