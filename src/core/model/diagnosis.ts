import type { Note, Source } from './case-file.ts'
import type { Category } from './category.ts'
import type { Run } from './run.ts'
import type { TestReport } from './test-report.ts'

/** The answer: what broke, where it says so, how sure we are, and what a re-run would do. */
export interface Diagnosis {
  readonly schema: 'sherpa.diagnosis/1'
  readonly source: Source
  readonly run: Run | null
  /** One sentence, redacted, fit for a title. */
  readonly headline: string
  readonly category: Category
  /** Probability, 0..1, that `category` is right. */
  readonly confidence: number
  /** Probability, 0..1, that a plain re-run of the same commit passes. */
  readonly transient: number
  /** Root first. */
  readonly failures: readonly Failure[]
  /** Best first. */
  readonly highlights: readonly Highlight[]
  readonly tests: readonly TestReport[]
  readonly anomalies: readonly Anomaly[]
  readonly causes: readonly Cause[]
  readonly explanation: string
  /** What to do next, most promising first. */
  readonly nextSteps: readonly string[]
  readonly notes: readonly Note[]
  readonly stats: Stats
}

/** One recognised failure. */
export interface Failure {
  readonly category: Category
  /** Id of the rule that recognised it; null where a test report or the learned model did. */
  readonly rule: string | null
  readonly title: string
  readonly message: string
  readonly job: string | null
  readonly step: string | null
  /** Raw lines, 1-based, inclusive; null where the evidence is an annotation or a step's conclusion, not a log line. */
  readonly lines: readonly [start: number, end: number] | null
  readonly file?: string
  readonly line?: number
  readonly captures: Readonly<Record<string, string>>
  /** Same failure, same id, whatever the run: `v1:` and a hash of rule and masked message. */
  readonly fingerprint: string
  readonly confidence: number
}

/** Lines that a person should read. */
export interface Highlight {
  readonly job: string | null
  readonly lines: readonly [start: number, end: number]
  readonly score: number
  /** The cleaned text of those lines. */
  readonly text: readonly string[]
}

/** Something unusual against history; a lasting shift is one anomaly, where it begins. */
export interface Anomaly {
  readonly repository: string
  readonly workflow: string
  /** Null for a metric of the whole run. */
  readonly job: string | null
  readonly metric: string
  /** Id of the detector that found it. */
  readonly detector: string
  /** The first run that shows it, and when that ran (RFC 3339), where this is known. */
  readonly run: number | null
  readonly at: string | null
  /** Since when it lasts, RFC 3339; null for what happened once. */
  readonly since: string | null
  /** When it was as before again, RFC 3339; null where it lasts. Absent where nobody looked. */
  readonly until?: string | null
  readonly observed: number
  readonly expected: number
  /** How sure, 0..1. */
  readonly score: number
  readonly direction: 'up' | 'down'
  /** All of that in one sentence. */
  readonly explanation: string
}

/** A candidate for the root cause, with its evidence. */
export interface Cause {
  readonly kind: string
  readonly title: string
  readonly subject?: string
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

/** What speaks for or against a cause. */
export interface Evidence {
  readonly signal: string
  readonly text: string
  /** Natural log-odds: above 0 speaks for the cause, below 0 against it. */
  readonly weight: number
  readonly at?: LineRef
  readonly url?: string
}

/** A line of a job's log: 1-based, in the raw log. */
export interface LineRef {
  readonly job: string | null
  readonly line: number
}

/** How much was read. */
export interface Stats {
  readonly logs: number
  readonly lines: number
  readonly bytes: number
  readonly jobs: number
  readonly failedJobs: number
  readonly compared: boolean
}
