import type { Note } from '../model/case-file.ts'
import type { AttemptRecord } from '../model/history.ts'
import type { AttemptKey } from '../model/run.ts'
import type { CiJob, CiPast, CiRun } from '../ports/ci.ts'
import type { HistoryStore } from '../ports/history.ts'
import type { LogReading } from '../record/read-logs.ts'

/** What the parts of a collecting have in common. */

export interface CollectOptions {
  readonly ci: CiPast
  readonly store: Pick<HistoryStore, 'record' | 'knownAttempts' | 'listing' | 'recordListing' | 'lastJobs' | 'greenLines'>
  /** `owner/name`, as runs are remembered by it. */
  readonly repository: string
  /** Ids or file names; null: all. */
  readonly workflow: string | null
  readonly sinceMs: number
  readonly nowMs: number
  readonly logs: LogChoice
  readonly reading: LogReading
  readonly onProgress?: (progress: CollectProgress) => void
}

/** `failed`: those of failed jobs, and of a few green ones of each name to compare with. */
export type LogChoice = 'none' | 'failed' | 'all'

/** How far the collecting is. */
export interface CollectProgress {
  readonly counts: CollectCounts
  /** Share of the time that is behind us, 0..1; runs come newest first. */
  readonly done: number
}

export interface CollectCounts {
  /** Runs that were listed. */
  readonly runs: number
  /** Attempts that were not in the history, or not whole. */
  readonly attempts: number
  readonly jobs: number
  readonly logs: number
  readonly failures: number
  /** Runs of which it was not known what they changed. */
  readonly changes: number
}

export interface Collected extends CollectCounts {
  /** What could not be had. */
  readonly notes: readonly Note[]
}

/** An attempt that was asked for. */
export interface Fetched {
  readonly key: AttemptKey
  readonly opened: CiRun
  /** Those that ran in this attempt. */
  readonly jobs: readonly CiJob[]
  readonly record: AttemptRecord
}
