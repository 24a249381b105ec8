/**
 * How one run of a command, or of a workflow, on a commit ended. `skipped`: it cannot tell: exit code 125, as for git bisect run; or a run of the
 * workflow that neither passed nor failed.
 */
export interface TrialEnd {
  readonly outcome: 'passed' | 'failed' | 'timed-out' | 'skipped' | 'interrupted'
  /** Null where a signal ended it, and of workflows. */
  readonly exitCode: number | null
  readonly durationMs: number
  /** The end of what it printed, both outputs together; of a workflow, which run it was; not redacted. */
  readonly tail: string
}

/** A commit, and what its message says first. */
export interface CommitFacts {
  readonly commit: string
  readonly subject: string
}
