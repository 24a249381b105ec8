import { type Kysely, sql } from 'kysely'
import type { JobKey, JobTotals, PastJob, Window } from '../../core/model/history.ts'
import { jobsWithRuns, keyOf, type NamedJob, namedJobs, RUN_COLUMNS, windowJobs } from './past.ts'
import type { Tables } from './tables.ts'

export async function readLastJobs(
  db: Kysely<Tables>,
  key: JobKey,
  count: number,
  beforeMs?: number,
): Promise<readonly PastJob[]> {
  const [named] = await namedJobs(db, key)
  if (!named) return []
  const rows = await jobRows(db, named)
    .$if(beforeMs !== undefined, query => query.where('job.started_ms', '<', beforeMs ?? 0))
    .orderBy('job.started_ms', order => order.desc().nullsLast())
    .orderBy('job.id', 'desc')
    .limit(count)
    .execute()
  return rows.map(row => pastJob(row, named))
}

const PAGE = 1000

export async function* readJobs(db: Kysely<Tables>, window: Window): AsyncGenerator<PastJob> {
  for (const named of await windowJobs(db, window)) {
    let sinceMs = window.sinceMs
    let after = 0
    for (;;) {
      const rows = await jobRows(db, named)
        .where('job.started_ms', '>=', sinceMs)
        .where('job.started_ms', '<', window.untilMs)
        .where(({ eb, or }) => or([eb('job.started_ms', '>', sinceMs), eb('job.id', '>', after)]))
        .orderBy('job.started_ms')
        .orderBy('job.id')
        .limit(PAGE)
        .execute()
      for (const row of rows) yield pastJob(row, named)
      const last = rows.at(-1)
      if (!last || rows.length < PAGE) break
      sinceMs = last.startedMs ?? sinceMs
      after = last.id
    }
  }
}

const jobRows = (db: Kysely<Tables>, { id }: NamedJob) =>
  jobsWithRuns(db)
    .where('job.job_name_id', '=', id)
    .select(RUN_COLUMNS)
    .select([
      'job.id',
      'job.conclusion',
      'job.duration_ms as durationMs',
      'job.queued_ms as queuedMs',
      'runner.image',
      'runner.version as imageVersion',
      'runner.os',
      'job.log_lines as logLines',
      'job.log_bytes as logBytes',
      'job.error_lines as errorLines',
      'job.new_lines as newLines',
      'job.tests',
      'job.tests_failed as testsFailed',
      'job.tests_skipped as testsSkipped',
      'job.tests_ms as testsMs',
    ])

type JobRow = Awaited<ReturnType<ReturnType<typeof jobRows>['execute']>>[number]

/** Field by field: this is done for each of many rows. */
const pastJob = (row: JobRow, { repository, workflow, job }: JobKey): PastJob => ({
  repository,
  workflow,
  job,
  run: row.run,
  attempt: row.attempt,
  event: row.event,
  branch: row.branch,
  base: row.base,
  pullRequest: row.pullRequest,
  commit: row.commit,
  startedMs: row.startedMs,
  conclusion: row.conclusion as PastJob['conclusion'],
  durationMs: row.durationMs,
  queuedMs: row.queuedMs,
  image: row.image || null,
  imageVersion: row.imageVersion || null,
  os: row.os || null,
  logLines: row.logLines,
  logBytes: row.logBytes,
  errorLines: row.errorLines,
  newLines: row.newLines,
  tests: row.tests,
  testsFailed: row.testsFailed,
  testsSkipped: row.testsSkipped,
  testsMs: row.testsMs,
})

const DAY_MS = 86_400_000

export async function readTotals(db: Kysely<Tables>, window: Window): Promise<readonly JobTotals[]> {
  const named = new Map((await windowJobs(db, window)).map(job => [job.id, job]))
  if (named.size === 0) return []
  const rows = await db
    .selectFrom('job')
    .select(({ fn }) => [
      'job_name_id',
      sql<number>`started_ms / ${sql.lit(DAY_MS)}`.as('day'),
      fn.countAll<number>().as('jobs'),
      sql<number>`sum(case when conclusion in ('failure', 'timed_out', 'startup_failure') then 1 else 0 end)`.as('failed'),
      sql<number>`sum(coalesce(duration_ms, 0))`.as('durationMs'),
      sql<number>`sum(coalesce(queued_ms, 0))`.as('queuedMs'),
    ])
    .where('job_name_id', 'in', [...named.keys()])
    .where('started_ms', '>=', window.sinceMs)
    .where('started_ms', '<', window.untilMs)
    .groupBy(['job_name_id', 'day'])
    .orderBy('day')
    .orderBy('job_name_id')
    .execute()
  return rows.flatMap(({ job_name_id, day, jobs, failed, durationMs, queuedMs }) => {
    const key = named.get(job_name_id)
    if (!key) return []
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10)
    return [{ ...keyOf(key), day: date, jobs, failed, durationMs, queuedMs }]
  })
}
