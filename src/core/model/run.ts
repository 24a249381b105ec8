/** A run of a CI, in GitHub's words; other providers map theirs. Unknown is left out, never assumed. */

/** How a run, job or step ended, as a closed list. */
export const CONCLUSIONS = [
  'success',
  'failure',
  'cancelled',
  'timed_out',
  'skipped',
  'neutral',
  'action_required',
  'stale',
  'startup_failure',
] as const

/** One of {@link CONCLUSIONS}. */
export type Conclusion = (typeof CONCLUSIONS)[number]

/** Which attempt of which run is meant. */
export interface AttemptKey {
  readonly repository: string
  readonly run: number
  readonly attempt: number
}

/** Facts of one attempt of one run. Times are RFC 3339. */
export interface Run {
  readonly repository?: string
  readonly workflow?: string
  readonly run?: number
  readonly attempt?: number
  readonly url?: string
  readonly event?: string
  readonly branch?: string
  readonly base?: string
  readonly pullRequest?: number
  /** Its code comes from another repository. */
  readonly fork?: boolean
  readonly commit?: string
  readonly parents?: readonly string[]
  readonly actor?: string
  readonly triggeredBy?: string
  readonly startedAt?: string
  readonly completedAt?: string
  readonly status?: 'queued' | 'in_progress' | 'completed'
  readonly conclusion?: Conclusion
  readonly changes?: readonly Change[]
}

/** What is said of a pull request. */
export interface PullRequestFacts {
  readonly labels: readonly string[]
  readonly title: string
  /** Login of whoever opened it; null where that account is gone. */
  readonly author: string | null
}

/** One changed file of the commit or pull request under test. */
export interface Change {
  readonly file: string
  /** Unified diff. */
  readonly patch?: string
}

/** Another attempt of the same run, so of the same commit: what became of the jobs that it ran. */
export interface Attempt {
  readonly attempt: number
  readonly jobs: readonly Pick<Job, 'name' | 'conclusion'>[]
}

/** One job of an attempt. */
export interface Job {
  readonly id?: number
  readonly name: string
  readonly conclusion?: Conclusion
  readonly startedAt?: string
  readonly completedAt?: string
  readonly queuedMs?: number
  readonly needs?: readonly string[]
  readonly runner?: { readonly image?: string; readonly version?: string; readonly os?: string }
  readonly steps?: readonly Step[]
  readonly annotations?: readonly Annotation[]
}

export interface Step {
  readonly name: string
  readonly conclusion?: Conclusion
  readonly durationMs?: number
}

/** A message that the CI attached to a job beside its log; runner loss and time-outs often stand only here. */
export interface Annotation {
  readonly level: 'failure' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
}
