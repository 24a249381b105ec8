import type { CommitFacts, TrialEnd } from '../model/trial.ts'
import type { Answer } from './answer.ts'

/** The commits of a repository. Throws a SherpaError where one is not known. */
export interface Commits {
  /** What a name stands for: a branch, a tag, a hash, `main~3`. */
  find(ref: string): Promise<CommitFacts>
  /** Those after the first up to the last and with it, oldest first; of merges, the first parents only. */
  between(good: string, bad: string): Promise<readonly CommitFacts[]>
}

/** Tries commits by one command or workflow, each time on a machine, in a container, or in a checkout and a home folder of its own. */
export interface Trials {
  /** Throws a SherpaError where the commit cannot be had, or there is no such command or workflow. */
  run(commit: string): Promise<TrialEnd>
}

/** What stands between a commit and its deployment, as a CI's host knows it. Nothing throws. */
export interface CommitStanding {
  /** The newest of each name. */
  checks(commit: string): Promise<Answer<readonly Check[]>>
  /** With this label, newest first. */
  openIssues(label: string): Promise<Answer<readonly OpenIssue[]>>
}

/** `open`: not over, or cut off before it could tell. */
export interface Check {
  readonly name: string
  readonly state: 'passed' | 'failed' | 'open'
}

export interface OpenIssue {
  readonly number: number
  readonly title: string
  readonly url: string
}

/** What a run's commit was built on. */
export interface Trunk {
  /** The repository's default branch. */
  readonly branch: string
  /** The commit before, the first of several, and how it stands; null where only the branch was asked for. */
  readonly parent: { readonly commit: string; readonly checks: readonly Check[] } | null
}
