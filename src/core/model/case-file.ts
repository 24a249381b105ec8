import type { Category } from './category.ts'
import type { DependencyChange } from './dependency.ts'
import type { CacheLooks, LogFormat, LogLine, RunnerFacts, Section, Verdict } from './log.ts'
import type { Past } from './past.ts'
import type { Pointer, Resolved } from './pointer.ts'
import type { Attempt, Job, Run } from './run.ts'
import type { TestReport } from './test-report.ts'

/** All the evidence a diagnosis rests on: plain JSON, a few hundred kilobytes whatever the logs' sizes. */
export interface CaseFile {
  readonly schema: 'sherpa.case/1'
  readonly source: Source
  readonly run: Run | null
  /** What the run's changes did to dependencies, read from whole patches; absent where there are no changes. */
  readonly dependencies?: readonly DependencyChange[]
  readonly jobs: readonly Job[]
  /** Earlier runs of the same jobs; only where a history is kept. */
  readonly past?: Past
  /** The run's other attempts, where it has any and they are known. */
  readonly attempts?: readonly Attempt[]
  readonly logs: readonly LogExtract[]
  /** Results that came from JUnit XML rather than from a log. */
  readonly reports: readonly TestReport[]
  /** What could not be had, and why: expired logs, missing rights, a broken archive. */
  readonly notes: readonly Note[]
}

/** What was asked about. */
export interface Source {
  readonly kind: 'file' | 'stdin' | 'directory' | 'archive' | 'run-document' | 'github' | 'command'
  readonly name: string
}

/** Something the reader should know about the evidence itself. */
export interface Note {
  readonly code: string
  readonly text: string
}

/** What matters of one log. */
export interface LogExtract {
  readonly name: string
  /** The job this log belongs to, where that is known from outside the log. */
  readonly job: string | null
  readonly format: LogFormat
  readonly size: { readonly lines: number; readonly bytes: number }
  readonly runner: RunnerFacts | null
  readonly sections: readonly Section[]
  /** How the job ended, where the log shows the CI's own words for it. */
  readonly verdict?: Verdict
  readonly matches: readonly Match[]
  readonly tests: readonly TestReport[]
  /** The lines that may be shown or weighed, in order, with gaps. */
  readonly lines: readonly ExcerptLine[]
  /** What its trouble points at; only where dependencies changed. */
  readonly pointers?: readonly Pointer[]
  /** What was fetched of the groups that changed dependencies belong to; only where the log tells. */
  readonly resolved?: readonly Resolved[]
  /** What was installed at another version than in the green log; only where there is one. */
  readonly drifts?: readonly DependencyChange[]
  /** A green log of the same job was at hand, so `novel` means something. */
  readonly compared: boolean
  /** Different lines, masked, that no green log of the job has; only where they can be counted. */
  readonly newLines?: number
  /** Only where it tells. */
  readonly caches?: CacheLooks
}

/** A kept line with what is known about it. */
export interface ExcerptLine extends LogLine {
  /** How much it looks like the explanation of a failure: 0..1, from the line model. */
  readonly score: number
  /** No green log prints such a line (numbers and ids masked). */
  readonly novel?: true
}

/** One place where a rule recognised a failure. Self-contained, so that a case file replays without the rule. */
export interface Match {
  readonly rule: string
  readonly category: Category
  readonly role: 'cause' | 'summary' | 'symptom'
  readonly title: string
  /** The matching line and its extent. */
  readonly lines: readonly [start: number, end: number]
  /** The matching line itself. */
  readonly at: number
  readonly text: string
  readonly captures: Readonly<Record<string, string>>
  readonly transient: number
  /** How many further lines of this log match the same rule (they are not listed beyond a cap). */
  readonly repeats: number
}
