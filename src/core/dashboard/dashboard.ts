import type { CommonFailure } from '../history/common-failures.ts'
import type { JobSummary } from '../history/job-summary.ts'
import type { RecentWorkflow } from '../history/recent.ts'
import type { Trends } from '../history/trends.ts'
import type { Anomaly } from '../model/diagnosis.ts'

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
  readonly failures: readonly CommonFailure[]
  /** Newest first. */
  readonly anomalies: readonly Anomaly[]
  readonly moreAnomalies: number
  readonly workflows: readonly RecentWorkflow[]
}
