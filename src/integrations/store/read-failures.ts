import type { Kysely } from 'kysely'
import type { Category } from '../../core/model/category.ts'
import type { FailureRecord, JobKey, PastFailure, PastRun, Window } from '../../core/model/history.ts'
import { jobsWithRuns, keyOf, RUN_COLUMNS, windowJobs } from './past.ts'
import type { Tables } from './tables.ts'

export async function* readFailures(db: Kysely<Tables>, window: Window): AsyncGenerator<PastFailure> {
  for (const named of await windowJobs(db, window)) {
    const rows = await failureRows(db)
      .where('job.job_name_id', '=', named.id)
      .where('job.started_ms', '>=', window.sinceMs)
      .where('job.started_ms', '<', window.untilMs)
      .orderBy('job.started_ms')
      .orderBy('job.id')
      .orderBy('failure.position')
      .execute()
    for (const row of rows) yield pastFailure(row)
  }
}

export async function readRecurrences(db: Kysely<Tables>, fingerprint: string, count: number): Promise<readonly PastFailure[]> {
  const rows = await failureRows(db)
    .where('failure.fingerprint', '=', fingerprint)
    .orderBy('job.started_ms', order => order.desc().nullsLast())
    .orderBy('job.id', 'desc')
    .limit(count)
    .execute()
  return rows.map(pastFailure)
}

const failureRows = (db: Kysely<Tables>) =>
  jobsWithRuns(db)
    .innerJoin('failure', 'failure.job_id', 'job.id')
    .innerJoin('job_name', 'job_name.id', 'job.job_name_id')
    .innerJoin('workflow', 'workflow.id', 'job_name.workflow_id')
    .innerJoin('repository', 'repository.id', 'workflow.repository_id')
    .select(RUN_COLUMNS)
    .select(['repository.name as repository', 'workflow.name as workflow', 'job_name.name as job'])
    .select(FAILURE_COLUMNS)

export const FAILURE_COLUMNS = [
  'failure.fingerprint',
  'failure.category',
  'failure.rule',
  'failure.title',
  'failure.message',
  'failure.step',
  'failure.first_line',
  'failure.last_line',
  'failure.file',
  'failure.line',
  'failure.captures',
  'failure.confidence',
] as const

type FailureRow = Omit<Tables['failure'], 'job_id' | 'position'>

export const failureRecord = (row: FailureRow): FailureRecord => ({
  fingerprint: row.fingerprint,
  category: row.category as Category,
  rule: row.rule,
  title: row.title,
  message: row.message,
  step: row.step,
  lines: row.first_line === null || row.last_line === null ? null : [row.first_line, row.last_line],
  ...(row.file !== null && { file: row.file }),
  ...(row.line !== null && { line: row.line }),
  captures: JSON.parse(row.captures),
  confidence: row.confidence,
})

function pastFailure(row: FailureRow & JobKey & PastRun & Pick<PastFailure, 'startedMs'>): PastFailure {
  const { run, attempt, event, branch, base, pullRequest, commit, startedMs } = row
  return { ...keyOf(row), run, attempt, event, branch, base, pullRequest, commit, startedMs, ...failureRecord(row) }
}
