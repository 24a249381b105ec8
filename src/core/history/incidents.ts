import type { Share } from '../model/flakiness.ts'
import type { JobKey } from '../model/history.ts'

/**
 * The failures of one test on one line of work (a pull request, else a branch), from the first until it passes there again. One regression
 * explains a whole incident; a flaky test makes many.
 */
export interface Incident {
  readonly line: string
  /** On a branch rather than a pull request: what is there has passed checks before. */
  readonly onBase: boolean
  /** Of the first failure. */
  readonly run: number
  readonly atMs: number
  readonly commit: string | null
  readonly image: string
  /** The last commit before it that passed, on any line. */
  readonly passedBefore: string | null
  /** Results on any line that passed between the beginning of the incident before and of this one. */
  readonly passesBefore: number
  readonly failures: number
  /** Of the last failure. */
  readonly lastCommit: string | null
  /** The fewest tests that failed together in its jobs, this one among them, and how many tests such a job has. */
  readonly together: number
  readonly tests: number
  /** A commit failed and passed on one image. */
  readonly mixed: boolean
  /** What passed first on this line again. */
  readonly passedAgain: Passed | null
}

export interface Passed {
  readonly commit: string | null
  readonly atMs: number
}

/** What is kept of the results of one test in one job: its size does not grow with the history. */
export interface TestPast extends JobKey {
  readonly name: string
  /** Results that count, and the failures among them. */
  readonly runs: number
  readonly failures: number
  /** Failures that do not, because most tests of their job failed together. */
  readonly outages: number
  /** Failures that do not, because only a log tells them. */
  readonly logged: number
  /** Oldest first. */
  readonly incidents: readonly Incident[]
  /** Pull requests are tested, too. */
  readonly pullRequests: boolean
  readonly passedLast: Passed | null
  /** Passes after the last incident began. */
  readonly passesSince: number
  /** By image and its version; the one used last comes last. */
  readonly images: ReadonlyMap<string, ImageCount>
  /** The time that was looked at, in equal parts. */
  readonly trend: readonly Share[]
}

/** How a test did on one version of a runner image. */
export interface ImageCount {
  readonly passes: number
  readonly failures: number
  /** Some lines of work that failed there. */
  readonly lines: ReadonlySet<string>
}
