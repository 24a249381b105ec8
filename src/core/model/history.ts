import type { Category } from './category.ts'
import type { Change, Conclusion, Step } from './run.ts'

/**
 * What is remembered of runs, as plain rows. Times are epoch milliseconds. What is not known is left out of what is written and null in
 * what is read; names of repositories and workflows that are not known are empty.
 */

/** One attempt of one run, as it is written. Its key is (repository, run, attempt); writing it again completes what is known. */
export interface AttemptRecord {
  readonly repository: string
  readonly workflow: string
  readonly run: number
  readonly attempt: number
  readonly event?: string
  readonly branch?: string
  readonly base?: string
  readonly pullRequest?: number
  readonly commit?: string
  readonly parents?: readonly string[]
  readonly actor?: string
  readonly triggeredBy?: string
  readonly url?: string
  readonly startedMs?: number
  readonly completedMs?: number
  readonly conclusion?: Conclusion
  readonly changes?: readonly Change[]
  readonly jobs: readonly JobRecord[]
}

/** One job of an attempt. Several of one name are told apart by their order. A list that is given replaces the one before. */
export interface JobRecord {
  readonly name: string
  /** The CI's own id. */
  readonly id?: number
  readonly conclusion?: Conclusion
  readonly startedMs?: number
  readonly durationMs?: number
  readonly queuedMs?: number
  readonly runner?: Runner
  readonly log?: LogFacts
  readonly steps?: readonly Step[]
  readonly tests?: readonly TestRecord[]
  /** Given where only a log told of the tests: it names no test that passed, so `tests` are not all. */
  readonly testCounts?: TestCounts
  readonly failures?: readonly FailureRecord[]
  /** Hashes of the masked lines of a green log. */
  readonly greenLines?: readonly number[]
  /** What else was measured, by name with its unit: `peakMemoryBytes`, `cpuMs`, `cacheHits`. */
  readonly metrics?: Readonly<Record<string, number>>
}

/** The machine a job ran on. */
export interface Runner {
  readonly image?: string
  readonly version?: string
  readonly os?: string
}

/** How much a log says. */
export interface LogFacts {
  readonly lines: number
  readonly bytes: number
  /** Lines that look like an error. */
  readonly errorLines: number
  /** Different lines, masked, that no green log of the job has; left out where there was none to compare with. */
  readonly newLines?: number
}

export interface TestRecord {
  readonly name: string
  readonly outcome: TestOutcome
  readonly durationMs?: number
  readonly message?: string
}

/** How many tests there were, and how many of them failed or were skipped. */
export interface TestCounts {
  readonly total: number
  readonly failed: number
  readonly skipped: number
}

export type TestOutcome = 'passed' | 'failed' | 'skipped'

/** A recognised failure; the fields are those of a diagnosis. */
export interface FailureRecord {
  readonly fingerprint: string
  readonly category: Category
  readonly rule: string | null
  readonly title: string
  readonly message: string
  readonly step: string | null
  readonly lines: readonly [start: number, end: number] | null
  readonly file?: string
  readonly line?: number
  readonly captures: Readonly<Record<string, string>>
  readonly confidence: number
}

/** Which job is meant, run after run. */
export interface JobKey {
  readonly repository: string
  readonly workflow: string
  readonly job: string
}

/** A job of the past with the facts of its run. */
export interface PastJob extends JobKey, PastRun {
  readonly conclusion: Conclusion | null
  /** Of the job, else of its attempt. */
  readonly startedMs: number | null
  readonly durationMs: number | null
  readonly queuedMs: number | null
  readonly image: string | null
  readonly imageVersion: string | null
  readonly os: string | null
  readonly logLines: number | null
  readonly logBytes: number | null
  readonly errorLines: number | null
  readonly newLines: number | null
  /** All tests that the job told, with those skipped. */
  readonly tests: number | null
  readonly testsFailed: number | null
  readonly testsSkipped: number | null
  /** Sum over the tests. */
  readonly testsMs: number | null
}

/** What was measured inside a past job. */
export interface PastMeasures extends JobKey, Pick<PastRun, 'run' | 'attempt'> {
  readonly conclusion: Conclusion | null
  readonly startedMs: number | null
  /** In the order in which they ran. */
  readonly steps: readonly Step[]
  /** By name with its unit: `peakMemoryBytes`, `cpuMs`, `cacheHits`. */
  readonly metrics: Readonly<Record<string, number>>
}

/** The facts of a run that tell commits and circumstances apart. */
export interface PastRun {
  readonly run: number
  readonly attempt: number
  readonly event: string | null
  readonly branch: string | null
  readonly base: string | null
  readonly pullRequest: number | null
  readonly commit: string | null
}

/** A result of one test, with how all tests of its job did: an outage reddens most of them. */
export interface PastTest extends JobKey, PastRun {
  readonly name: string
  readonly outcome: TestOutcome
  readonly durationMs: number | null
  readonly message: string | null
  readonly startedMs: number | null
  readonly image: string | null
  readonly imageVersion: string | null
  readonly tests: number | null
  readonly testsFailed: number | null
  /** Only a log told of the tests: had this one passed, it would not stand here. */
  readonly logOnly: boolean
}

/** A recognised failure of the past. */
export interface PastFailure extends JobKey, PastRun, FailureRecord {
  readonly startedMs: number | null
}

/** A masked line that a green log of the job had, as a hash. */
export interface GreenLine extends JobKey {
  readonly hash: number
  readonly seenMs?: number
}

/** What a job cost on one day, in UTC. */
export interface JobTotals extends JobKey {
  /** `2026-01-31`. */
  readonly day: string
  readonly jobs: number
  readonly failed: number
  readonly durationMs: number
  readonly queuedMs: number
}

/** A stretch of time of one repository, or of all. */
export interface Window {
  readonly repository?: string
  readonly workflow?: string
  readonly job?: string
  /** Inclusive. */
  readonly sinceMs: number
  /** Exclusive. */
  readonly untilMs: number
}

/** What was decided about one attempt. */
export interface PlanRecord {
  readonly id: string
  readonly repository: string
  readonly run: number
  readonly attempt: number
  readonly plannedMs: number
  readonly actions: readonly ActionRecord[]
}

/** One use of a remedy. `id` is its idempotency key. */
export interface ActionRecord {
  readonly id: string
  readonly remedy: string
  readonly params: Readonly<Record<string, unknown>>
  readonly verdict: 'allow' | 'ask' | 'deny'
  readonly reasons: readonly { readonly code: string; readonly text: string }[]
}

/** What became of an action. */
export interface OutcomeRecord {
  readonly action: string
  readonly atMs: number
  readonly status: string
  readonly detail: string
  readonly verified: boolean
  readonly undo?: string
}

/** What a person or a later attempt said about an answer. */
export interface FeedbackRecord {
  readonly id: string
  readonly repository: string
  readonly run: number
  readonly attempt: number
  readonly job?: string
  readonly atMs: number
  /** What it is about: `category`, `cause`, `highlight`, an action's id. */
  readonly about: string
  readonly says: string
  readonly by?: string
}
