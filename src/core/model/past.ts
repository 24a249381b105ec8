import type { TestFlakiness } from './flakiness.ts'
import type { Conclusion } from './run.ts'

/** What is remembered of earlier runs of the jobs in question: plain data, filled by whoever keeps a history. */
export interface Past {
  /** In any order; the run that is diagnosed is not among them. */
  readonly runs: readonly PastRun[]
  /** The commits of the base branch, oldest first, as far as they are known. */
  readonly commits?: readonly string[]
  /** What was measured in the jobs in question. */
  readonly metrics?: readonly PastMetric[]
  /** What the history says of the tests that failed; the run that is diagnosed may be in it. */
  readonly tests?: readonly KnownTest[]
}

export type KnownTest = Pick<TestFlakiness, 'job' | 'name' | 'state' | 'rate' | 'interval' | 'runs' | 'failures' | 'evidence'>

/** One earlier attempt of one job. What is not known is left out. */
export interface PastRun {
  readonly run?: number
  readonly attempt?: number
  readonly job: string
  readonly conclusion: Conclusion
  readonly commit?: string
  readonly branch?: string
  readonly pullRequest?: number
  /** RFC 3339. */
  readonly startedAt?: string
  readonly runner?: { readonly image?: string; readonly version?: string }
  /** Its tests, and those of them that failed. */
  readonly tests?: { readonly total: number; readonly failed: number }
  /** Of its root failure. */
  readonly fingerprint?: string
  readonly url?: string
}

/** One metric of earlier runs of a job, oldest first. */
export interface PastMetric {
  /** As the run names it. */
  readonly job: string
  /** With its unit, such as `durationMs`; that of a step is `stepMs:NAME`. */
  readonly metric: string
  readonly points: readonly PastPoint[]
}

export interface PastPoint {
  readonly run: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly value: number
  /** How many trials a share is of. */
  readonly trials?: number
}
