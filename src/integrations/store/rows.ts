import type { AttemptRecord, JobRecord, TestCounts, TestRecord } from '../../core/model/history.ts'
import type { Change } from '../../core/model/run.ts'
import type { Tables } from './tables.ts'

/** Records as rows of tables. All rows of a table name their columns in one order. */

/** Rows to insert. */
export type Rows = { readonly [Name in Recorded]: Tables[Name][] }

type Recorded = 'run' | 'attempt' | 'change' | 'job' | 'step' | 'job_metric' | 'test_result' | 'failure' | 'green_line'

export const emptyRows = (): Rows => ({
  run: [],
  attempt: [],
  change: [],
  job: [],
  step: [],
  job_metric: [],
  test_result: [],
  failure: [],
  green_line: [],
})

export const runRow = (id: number, repositoryId: number, workflowId: number, attempt: AttemptRecord): Tables['run'] => ({
  id,
  repository_id: repositoryId,
  workflow_id: workflowId,
  number: attempt.run,
  event: attempt.event ?? null,
  branch: attempt.branch ?? null,
  base: attempt.base ?? null,
  pull_request: attempt.pullRequest ?? null,
  commit_sha: attempt.commit ?? null,
  parents: attempt.parents ? JSON.stringify(attempt.parents) : null,
  actor: attempt.actor ?? null,
  url: attempt.url ?? null,
})

export const attemptRow = (id: number, runId: number, attempt: AttemptRecord): Tables['attempt'] => ({
  id,
  run_id: runId,
  number: attempt.attempt,
  triggered_by: attempt.triggeredBy ?? null,
  started_ms: attempt.startedMs ?? null,
  completed_ms: attempt.completedMs ?? null,
  conclusion: attempt.conclusion ?? null,
})

/** A file that is named twice is one change. */
export function changeRows(runId: number, changes: readonly Change[]): Tables['change'][] {
  const files = new Map(changes.map(change => [change.file, change]))
  return [...files.values()].map(({ file, patch }) => ({ run_id: runId, file, patch: patch ?? null }))
}

/** Where a job stands, by numbers. */
export interface JobPlace {
  readonly id: number
  readonly attemptId: number
  readonly jobNameId: number
  readonly ordinal: number
  readonly runnerId: number | null
  readonly startedMs: number | null
}

export function jobRow({ id, attemptId, jobNameId, ordinal, runnerId, startedMs }: JobPlace, job: JobRecord): Tables['job'] {
  const { log, tests } = job
  const counts = job.testCounts ?? (tests && countsOf(tests))
  return {
    id,
    attempt_id: attemptId,
    job_name_id: jobNameId,
    ordinal,
    ci_id: job.id ?? null,
    conclusion: job.conclusion ?? null,
    started_ms: startedMs,
    duration_ms: whole(job.durationMs),
    queued_ms: whole(job.queuedMs),
    runner_id: runnerId,
    log_lines: log?.lines ?? null,
    log_bytes: log?.bytes ?? null,
    error_lines: log?.errorLines ?? null,
    new_lines: log?.newLines ?? null,
    tests: counts?.total ?? null,
    tests_failed: counts?.failed ?? null,
    tests_skipped: counts?.skipped ?? null,
    tests_ms: tests && !job.testCounts ? whole(tests.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0)) : null,
  }
}

const countsOf = (tests: readonly TestRecord[]): TestCounts => ({
  total: tests.length,
  failed: tests.filter(({ outcome }) => outcome === 'failed').length,
  skipped: tests.filter(({ outcome }) => outcome === 'skipped').length,
})

export const whole = (ms: number | undefined): number | null => (ms === undefined ? null : Math.round(ms))
