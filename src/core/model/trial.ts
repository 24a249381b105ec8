/** How one run of a command on a commit ended. `skipped`: the command says (exit code 125, as for git bisect run) that it cannot tell. */
export interface TrialEnd {
  readonly outcome: 'passed' | 'failed' | 'timed-out' | 'skipped' | 'interrupted'
  /** Null where a signal ended it. */
  readonly exitCode: number | null
  readonly durationMs: number
  /** The end of what it printed, both outputs together; not redacted. */
  readonly tail: string
}

/** A commit, and what its message says first. */
export interface CommitFacts {
  readonly commit: string
  readonly subject: string
}
