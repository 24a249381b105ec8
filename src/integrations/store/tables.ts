/**
 * The tables as migrations/ make them. Names that repeat (repositories, workflows, jobs, runners, tests) stand once, rows refer to them
 * by number. Times are epoch milliseconds.
 */
export interface Tables {
  readonly meta: { readonly key: string; readonly value: string }
  readonly repository: { readonly id: number; readonly name: string }
  readonly workflow: { readonly id: number; readonly repository_id: number; readonly name: string }
  /** Empty where not known. */
  readonly runner: { readonly id: number; readonly image: string; readonly version: string; readonly os: string }
  readonly run: RunRow
  readonly attempt: AttemptRow
  /** A job as its workflow names it, run after run. */
  readonly job_name: { readonly id: number; readonly workflow_id: number; readonly name: string }
  readonly job: JobRow
  readonly step: StepRow
  readonly job_metric: { readonly job_id: number; readonly name: string; readonly value: number }
  readonly test_case: { readonly id: number; readonly job_name_id: number; readonly name: string }
  readonly test_result: TestResultRow
  readonly failure: FailureRow
  readonly green_line: { readonly job_name_id: number; readonly hash: number; readonly seen_ms: number | null }
  readonly change: { readonly run_id: number; readonly file: string; readonly patch: string | null }
  readonly plan: PlanRow
  readonly action: ActionRow
  readonly outcome: OutcomeRow
  readonly feedback: FeedbackRow
  readonly ledger: LedgerRow
  /** Pages of lists of runs as a CI gave them. */
  readonly listing: { readonly key: string; readonly tag: string; readonly total: number }
}

/** All but `meta`, those first that others refer to. */
export const TABLES = [
  'repository',
  'workflow',
  'runner',
  'run',
  'attempt',
  'job_name',
  'job',
  'step',
  'job_metric',
  'test_case',
  'test_result',
  'failure',
  'green_line',
  'change',
  'plan',
  'action',
  'outcome',
  'feedback',
  'ledger',
  'listing',
] as const satisfies readonly (keyof Tables)[]

interface RunRow {
  readonly id: number
  readonly repository_id: number
  readonly workflow_id: number
  readonly number: number
  readonly event: string | null
  readonly branch: string | null
  readonly base: string | null
  readonly pull_request: number | null
  readonly commit_sha: string | null
  /** JSON. */
  readonly parents: string | null
  readonly actor: string | null
  readonly url: string | null
}

interface AttemptRow {
  readonly id: number
  readonly run_id: number
  readonly number: number
  readonly triggered_by: string | null
  readonly started_ms: number | null
  readonly completed_ms: number | null
  readonly conclusion: string | null
}

interface JobRow {
  readonly id: number
  readonly attempt_id: number
  readonly job_name_id: number
  /** Counts jobs of one name in one attempt, from 0. */
  readonly ordinal: number
  readonly ci_id: number | null
  readonly conclusion: string | null
  readonly started_ms: number | null
  readonly duration_ms: number | null
  readonly queued_ms: number | null
  readonly runner_id: number | null
  readonly log_lines: number | null
  readonly log_bytes: number | null
  readonly error_lines: number | null
  readonly new_lines: number | null
  readonly tests: number | null
  readonly tests_failed: number | null
  readonly tests_skipped: number | null
  /** Null where only a log told of the tests: it names those that failed, not how long each took. */
  readonly tests_ms: number | null
}

interface StepRow {
  readonly job_id: number
  readonly position: number
  readonly name: string
  readonly conclusion: string | null
  readonly duration_ms: number | null
}

interface TestResultRow {
  readonly job_id: number
  readonly test_case_id: number
  /** Counts results of one test in one job, from 0. */
  readonly turn: number
  readonly outcome: string
  readonly duration_ms: number | null
  readonly message: string | null
}

interface FailureRow {
  readonly job_id: number
  readonly position: number
  readonly fingerprint: string
  readonly category: string
  readonly rule: string | null
  readonly title: string
  readonly message: string
  readonly step: string | null
  readonly first_line: number | null
  readonly last_line: number | null
  readonly file: string | null
  readonly line: number | null
  /** JSON. */
  readonly captures: string
  readonly confidence: number
}

interface PlanRow {
  readonly id: string
  readonly repository: string
  readonly run: number
  readonly attempt: number
  readonly planned_ms: number
}

interface ActionRow {
  readonly id: string
  readonly plan_id: string
  readonly position: number
  readonly remedy: string
  /** JSON. */
  readonly params: string
  readonly verdict: string
  /** JSON. */
  readonly reasons: string
}

interface OutcomeRow {
  readonly action_id: string
  readonly at_ms: number
  readonly status: string
  readonly detail: string
  readonly verified: number
  readonly undo: string | null
}

interface LedgerRow {
  readonly seq: number
  readonly at_ms: number
  readonly repository: string
  /** JSON. */
  readonly line: string
  readonly previous: string
  readonly hash: string
}

interface FeedbackRow {
  readonly id: string
  readonly repository: string
  readonly run: number
  readonly attempt: number
  readonly job: string | null
  readonly at_ms: number
  readonly about: string
  readonly says: string
  readonly by: string | null
}
