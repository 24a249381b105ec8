import type { LogLine } from './log.ts'

/** What one test framework reported in one log (all of its runs in that log together). */
export interface TestReport {
  /** Id of the framework: `jest`, `pytest`, `junit-xml`, … */
  readonly framework: string
  /** The job it is about, where that is known from outside a log. */
  readonly job?: string
  readonly total: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly failedTests: readonly FailedTest[]
}

/** A test that failed or errored; one entry per test, however often the log repeats it. */
export interface FailedTest {
  /** As the framework prints it, with its suite or file where it prints one. */
  readonly name: string
  /** First line or two of why. */
  readonly message?: string
  /** Raw lines where the failure is told, first to last. */
  readonly lines?: readonly [start: number, end: number]
  readonly file?: string
  readonly line?: number
}

/** Reads one framework's results out of a job's log. */
export interface TestFramework {
  readonly id: string
  /** Literal texts of which at least one stands in every log of this framework; compared without case, at least 3 characters. */
  readonly needles: readonly string[]
  /**
   * `lines` are cleaned, in order, with gaps where a huge log was thinned out (see `n`).
   * Null where this framework did not report here. Never throws; time linear in the text.
   */
  parse(lines: readonly LogLine[]): TestReport | null
}
