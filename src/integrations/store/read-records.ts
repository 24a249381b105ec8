import type { Kysely } from 'kysely'
import type { AttemptRecord, FailureRecord, JobRecord, TestOutcome } from '../../core/model/history.ts'
import type { Conclusion } from '../../core/model/run.ts'
import { FAILURE_COLUMNS, failureRecord } from './read-failures.ts'
import type { Tables } from './tables.ts'

/** Attempts held at once. */
const PAGE = 200

/** Everything that is remembered of attempts, by repository, run and attempt. */
export async function* readRecords(db: Kysely<Tables>): AsyncGenerator<AttemptRecord> {
  const repositories = await db.selectFrom('repository').select(['id', 'name']).execute()
  for (const { id, name } of repositories.toSorted((a, b) => compare(a.name, b.name))) {
    let last = { number: -1, attempt: 0 }
    for (;;) {
      const rows = await attemptRows(db, id, last)
      if (rows.length > 0) yield* attemptRecords(db, name, rows)
      const end = rows.at(-1)
      if (!end || rows.length < PAGE) break
      last = { number: end.number, attempt: end.attempt }
    }
  }
}

const attemptRows = (db: Kysely<Tables>, repository: number, after: { readonly number: number; readonly attempt: number }) =>
  db
    .selectFrom('run')
    .innerJoin('attempt', 'attempt.run_id', 'run.id')
    .innerJoin('workflow', 'workflow.id', 'run.workflow_id')
    .selectAll('run')
    .select(['attempt.id as attemptId', 'attempt.number as attempt', 'workflow.name as workflow'])
    .select(['attempt.triggered_by', 'attempt.started_ms', 'attempt.completed_ms', 'attempt.conclusion'])
    .where('run.repository_id', '=', repository)
    .where('run.number', '>=', after.number)
    .where(({ eb, or }) => or([eb('run.number', '>', after.number), eb('attempt.number', '>', after.attempt)]))
    .orderBy('run.number')
    .orderBy('attempt.number')
    .limit(PAGE)
    .execute()

type AttemptRow = Awaited<ReturnType<typeof attemptRows>>[number]

async function* attemptRecords(
  db: Kysely<Tables>,
  repository: string,
  rows: readonly AttemptRow[],
): AsyncGenerator<AttemptRecord> {
  const runs = [...new Set(rows.map(row => row.id))]
  const changes = await db
    .selectFrom('change')
    .selectAll()
    .where('run_id', 'in', runs)
    .orderBy('run_id')
    .orderBy('file')
    .execute()
  const changesOf = Map.groupBy(changes, change => change.run_id)
  const jobsOf = await readJobRecords(
    db,
    rows.map(row => row.attemptId),
  )
  for (const row of rows) {
    const changed = changesOf.get(row.id)
    yield {
      repository,
      workflow: row.workflow,
      run: row.number,
      attempt: row.attempt,
      ...known({
        event: row.event,
        branch: row.branch,
        base: row.base,
        pullRequest: row.pull_request,
        commit: row.commit_sha,
        parents: row.parents === null ? null : (JSON.parse(row.parents) as string[]),
        actor: row.actor,
        triggeredBy: row.triggered_by,
        url: row.url,
        startedMs: row.started_ms,
        completedMs: row.completed_ms,
        conclusion: row.conclusion as Conclusion | null,
      }),
      ...(changed && { changes: changed.map(({ file, patch }) => ({ file, ...known({ patch }) })) }),
      jobs: jobsOf.get(row.attemptId) ?? [],
    }
  }
}

async function readJobRecords(
  db: Kysely<Tables>,
  attempts: readonly number[],
): Promise<ReadonlyMap<number, readonly JobRecord[]>> {
  const jobs = await db
    .selectFrom('job')
    .innerJoin('job_name', 'job_name.id', 'job.job_name_id')
    .leftJoin('runner', 'runner.id', 'job.runner_id')
    .selectAll('job')
    .select(['job_name.name', 'runner.image', 'runner.version', 'runner.os'])
    .where('job.attempt_id', 'in', attempts)
    .orderBy('job.id')
    .execute()
  const parts = await readParts(
    db,
    jobs.map(job => job.id),
  )
  const records = new Map<number, JobRecord[]>()
  for (const job of jobs) {
    const record: JobRecord = {
      name: job.name,
      ...known({
        id: job.ci_id,
        conclusion: job.conclusion as Conclusion | null,
        startedMs: job.started_ms,
        durationMs: job.duration_ms,
        queuedMs: job.queued_ms,
      }),
      ...(job.runner_id !== null && {
        runner: known({ image: job.image || null, version: job.version || null, os: job.os || null }),
      }),
      ...(job.log_lines !== null && {
        log: {
          lines: job.log_lines,
          bytes: job.log_bytes ?? 0,
          errorLines: job.error_lines ?? 0,
          ...known({ newLines: job.new_lines }),
        },
      }),
      ...parts(job.id, job.tests !== null),
      ...(job.tests !== null &&
        job.tests_ms === null && {
          testCounts: { total: job.tests, failed: job.tests_failed ?? 0, skipped: job.tests_skipped ?? 0 },
        }),
    }
    records.set(job.attempt_id, [...(records.get(job.attempt_id) ?? []), record])
  }
  return records
}

/** What lies below jobs. SQLite takes 32,766 values in a statement; a page has fewer jobs, but nobody promises that. */
async function readParts(db: Kysely<Tables>, all: readonly number[]) {
  const steps = new Map<number, NonNullable<JobRecord['steps']>[number][]>()
  const metrics = new Map<number, Record<string, number>>()
  const tests = new Map<number, NonNullable<JobRecord['tests']>[number][]>()
  const failures = new Map<number, FailureRecord[]>()
  for (let at = 0; at < all.length; at += 10_000) {
    const jobs = all.slice(at, at + 10_000)
    for (const { job_id, name, conclusion, duration_ms } of await db
      .selectFrom('step')
      .selectAll()
      .where('job_id', 'in', jobs)
      .orderBy('job_id')
      .orderBy('position')
      .execute())
      push(steps, job_id, { name, ...known({ conclusion: conclusion as Conclusion | null, durationMs: duration_ms }) })
    for (const { job_id, name, value } of await db
      .selectFrom('job_metric')
      .selectAll()
      .where('job_id', 'in', jobs)
      .orderBy('name')
      .execute())
      metrics.set(job_id, { ...metrics.get(job_id), [name]: value })
    for (const { job_id, name, outcome, duration_ms, message } of await db
      .selectFrom('test_result')
      .innerJoin('test_case', 'test_case.id', 'test_result.test_case_id')
      .select(['job_id', 'name', 'outcome', 'duration_ms', 'message'])
      .where('job_id', 'in', jobs)
      .orderBy('job_id')
      .orderBy('turn')
      .execute())
      push(tests, job_id, { name, outcome: outcome as TestOutcome, ...known({ durationMs: duration_ms, message }) })
    for (const { job_id, ...row } of await db
      .selectFrom('failure')
      .select('job_id')
      .select(FAILURE_COLUMNS)
      .where('job_id', 'in', jobs)
      .orderBy('job_id')
      .orderBy('position')
      .execute())
      push(failures, job_id, failureRecord(row))
  }
  return (job: number, hasTests: boolean) => ({
    ...defined('steps', steps.get(job)),
    ...defined('metrics', metrics.get(job)),
    ...(hasTests && { tests: (tests.get(job) ?? []).sort((a, b) => compare(a.name, b.name)) }),
    ...defined('failures', failures.get(job)),
  })
}

function push<T>(lists: Map<number, T[]>, key: number, item: T) {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

const defined = <Key extends string, T>(key: Key, value: T | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: T }

/** Null in the store is left out of a record. */
const known = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null)) as { [K in keyof T]?: Exclude<T[K], null> }

/** The same order in every database. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
