import type { CommonFailure } from '../history/common-failures.ts'
import type { CostlyTest } from '../history/costly-tests.ts'
import type { JobSummary } from '../history/job-summary.ts'
import type { RecentWorkflow } from '../history/recent.ts'
import type { Trends } from '../history/trends.ts'
import type { Anomaly } from '../model/diagnosis.ts'
import type { TestState } from '../model/flakiness.ts'

/** All that the page shows of a history, as plain values. */
export interface Dashboard {
  /** What was asked for: repository, workflow, job. */
  readonly scope: readonly string[]
  /** When the first and the last run began, RFC 3339; null where there is none. */
  readonly from: string | null
  readonly to: string | null
  readonly trends: Trends
  readonly jobs: readonly JobSummary[]
  /** That are not listed. */
  readonly moreJobs: number
  /** Flaky, broken and lately fixed ones. */
  readonly tests: readonly CostlyTest[]
  readonly moreTests: number
  /** How many of those that failed at all are in each state. */
  readonly testStates: Readonly<Record<TestState, number>>
  /** Those that hit most runs. */
  readonly failures: readonly CommonFailure[]
  /** Those seen last, newest first. */
  readonly newFailures: readonly CommonFailure[]
  /** Kinds of failures in all. */
  readonly failureKinds: number
  /** Newest first. */
  readonly anomalies: readonly Anomaly[]
  readonly moreAnomalies: number
  readonly workflows: readonly RecentWorkflow[]
}
