import type {
  AttemptRecord,
  FeedbackRecord,
  JobKey,
  JobTotals,
  OutcomeRecord,
  PastFailure,
  PastJob,
  PastMeasures,
  PastTest,
  PlanRecord,
  Window,
} from '../model/history.ts'
import type { Attempt, AttemptKey, Change, Conclusion } from '../model/run.ts'

/** The past. What is written is redacted first; reading it waits for nobody who writes. */
export interface HistoryStore {
  /** Writes all of them or none, and tells of each whether the attempt was new. Writing the same twice changes nothing. */
  record(attempts: readonly AttemptRecord[]): Promise<readonly Recorded[]>
  /** Those of the attempts whose logs were read before. */
  readAttempts(keys: readonly AttemptKey[]): Promise<readonly AttemptKey[]>
  /** What is known of the attempts; of those that are not, nothing. */
  knownAttempts(keys: readonly AttemptKey[]): Promise<readonly KnownAttempt[]>
  /** A page of a list of runs as the CI gave it; by a key that says which. */
  listing(key: string): Promise<Listing | undefined>
  recordListing(key: string, listing: Listing): Promise<void>
  /** The last jobs of that name, newest first; with `beforeMs` those that started earlier. */
  lastJobs(key: JobKey, count: number, beforeMs?: number): Promise<readonly PastJob[]>
  /** The jobs that started in the window, job by job and oldest first. */
  jobs(window: Window): AsyncIterable<PastJob>
  /** The steps and further measures of those jobs, in the same order; jobs that have none are left out. */
  measures(window: Window): AsyncIterable<PastMeasures>
  /** What each job cost on each day of the window. */
  totals(window: Window): Promise<readonly JobTotals[]>
  /** Results of the tests of a window, test by test and oldest first. */
  tests(window: Window, which: TestChoice): AsyncIterable<PastTest>
  /** The failures of a window, oldest first. */
  failures(window: Window): AsyncIterable<PastFailure>
  /** Where a fingerprint was seen, newest first. */
  recurrences(fingerprint: string, count: number): Promise<readonly PastFailure[]>
  /** What became of the jobs of each attempt of one run, in order. */
  runAttempts(repository: string, run: number): Promise<readonly Attempt[]>
  /** What one run changed. */
  changes(repository: string, run: number): Promise<readonly Change[]>
  /** Hashes of the masked lines that green logs of the job had. */
  greenLines(key: JobKey): Promise<readonly number[]>
  /** Decisions; one that is known stays as it is. */
  recordPlan(plan: PlanRecord): Promise<void>
  recordOutcome(outcome: OutcomeRecord): Promise<void>
  recordFeedback(feedback: FeedbackRecord): Promise<void>
  plans(window: Pick<Window, 'repository' | 'sinceMs' | 'untilMs'>): Promise<readonly PlanRecord[]>
  outcomes(window: Pick<Window, 'repository' | 'sinceMs' | 'untilMs'>): Promise<readonly OutcomeRecord[]>
  feedback(window: Pick<Window, 'repository' | 'sinceMs' | 'untilMs'>): Promise<readonly FeedbackRecord[]>
  close(): Promise<void>
}

/** All tests; those that failed in the window; of these, those of the jobs that run a test of one of these names. */
export type TestChoice = 'all' | 'failed' | { readonly failedBeside: ReadonlySet<string> }

export interface KnownAttempt extends AttemptKey {
  /** Null: it was not over. */
  readonly conclusion: Conclusion | null
  /** The log of at least one job. */
  readonly logsRead: boolean
  /** A failure is known. */
  readonly diagnosed: boolean
  /** What its run changed. */
  readonly changesKnown: boolean
}

/** What it takes to ask a CI whether a page of a list changed. */
export interface Listing {
  readonly tag: string
  /** How many the whole list has. */
  readonly total: number
}

export type Recorded = 'new' | 'known'
