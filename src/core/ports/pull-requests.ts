import type { PullRequestFacts } from '../model/run.ts'
import type { Answer, Deed } from './answer.ts'
import type { Check } from './commits.ts'

/** Where changes are proposed. Nothing throws; titles, messages and texts are redacted on their way, files are sent as they are. */
export interface PullRequestControl {
  /** The newest commit of a branch; null where there is no such branch. */
  tip(repository: string, branch: string): Promise<Answer<string | null>>
  /** A commit, and what stands in it. Trouble where that is too much to be listed whole. */
  snapshot(repository: string, commit: string): Promise<Answer<Snapshot>>
  /** What a file holds, by its blob. Trouble where it is no text. */
  text(repository: string, blob: string): Promise<Answer<string>>
  /** Whether a commit is among those that another one builds on, or is that one. */
  isPartOf(repository: string, commit: string, whole: string): Promise<Answer<boolean>>
  /** The newest of each name. */
  checks(repository: string, commit: string): Promise<Answer<readonly Check[]>>
  /** The pull request of a branch of the repository itself, in any state; else an open one of ours whose text begins with the marker. */
  find(repository: string, wanted: { readonly branch: string; readonly marker: string }): Promise<Answer<PullRequest | null>>
  /** Writes a commit, a branch and a pull request. What it began and could not end, it takes back where it can. */
  open(repository: string, draft: Draft): Promise<Deed<PullRequest>>
  /** Closes the pull request and deletes its branch, unless the branch is not what it was. */
  withdraw(repository: string, pull: PullRequest): Promise<Deed<null>>
}

/** Branches that we make begin so. */
export const OWN_BRANCHES = 'sherpa/'

/** A repository at one commit. */
export interface Snapshot {
  readonly commit: string
  /** Of git: where a new tree begins. */
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  /** By path, without folders. */
  readonly files: ReadonlyMap<string, FileEntry>
}

/** `100644`, `100755` for programs, `120000` for links, `160000` for submodules. */
export interface FileEntry {
  readonly mode: string
  /** The hash of its content. */
  readonly blob: string
}

/** What becomes of a file: another text, a content that the repository had before, or nothing. */
export type FileEdit = { readonly path: string } & (
  | { readonly text: string; readonly mode: string }
  | { readonly entry: FileEntry }
  | { readonly gone: true }
)

export interface Draft {
  readonly branch: string
  /** The branch that it is to be taken into. */
  readonly into: string
  /** What it builds on: the newest commit of that branch. */
  readonly onto: Pick<Snapshot, 'commit' | 'tree'>
  readonly edits: readonly FileEdit[]
  readonly title: string
  /** Of the commit. */
  readonly message: string
  /** Markdown, of which the first line is the marker. */
  readonly body: string
}

export interface PullRequest {
  readonly number: number
  readonly state: 'open' | 'closed' | 'merged'
  readonly branch: string
  /** The branch that it is to be taken into. */
  readonly into: string
  /** Its newest commit. */
  readonly commit: string
  readonly url: string
}

/** What is known of the pull requests of a repository. Nothing throws. */
export interface PullRequests {
  pullRequest(number: number): Promise<Answer<PullRequestFacts>>
}
