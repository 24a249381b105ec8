import type { Kysely } from 'kysely'
import type { PastTest, TestOutcome, Window } from '../../core/model/history.ts'
import { jobsWithRuns, keyOf, type NamedJob, RUN_COLUMNS, windowJobs } from './past.ts'
import type { Tables } from './tables.ts'

/** Tests whose results are held at once. */
const AT_ONCE = 20

export async function* readTests(db: Kysely<Tables>, window: Window, which: 'all' | 'failed'): AsyncGenerator<PastTest> {
  for (const named of await windowJobs(db, window)) {
    const tests = which === 'all' ? await allTests(db, named) : await failedTests(db, named, window)
    for (let at = 0; at < tests.length; at += AT_ONCE) yield* resultsOf(db, named, window, tests.slice(at, at + AT_ONCE))
  }
}

interface Test {
  readonly id: number
  readonly name: string
}

const allTests = (db: Kysely<Tables>, { id }: NamedJob): Promise<readonly Test[]> =>
  db.selectFrom('test_case').select(['id', 'name']).where('job_name_id', '=', id).orderBy('name').execute()

/** Found by way of the jobs that say they had failed tests. */
const failedTests = (db: Kysely<Tables>, { id }: NamedJob, { sinceMs, untilMs }: Window): Promise<readonly Test[]> =>
  db
    .selectFrom('job')
    .innerJoin('test_result', 'test_result.job_id', 'job.id')
    .innerJoin('test_case', 'test_case.id', 'test_result.test_case_id')
    .select(['test_case.id', 'test_case.name'])
    .distinct()
    .where('job.job_name_id', '=', id)
    .where('job.started_ms', '>=', sinceMs)
    .where('job.started_ms', '<', untilMs)
    .where('job.tests_failed', '>', 0)
    .where('test_result.outcome', '=', 'failed')
    .orderBy('test_case.name')
    .execute()

async function* resultsOf(db: Kysely<Tables>, named: NamedJob, { sinceMs, untilMs }: Window, tests: readonly Test[]) {
  const rows = await jobsWithRuns(db)
    .innerJoin('test_result', 'test_result.job_id', 'job.id')
    .where(
      'test_result.test_case_id',
      'in',
      tests.map(({ id }) => id),
    )
    .where('job.started_ms', '>=', sinceMs)
    .where('job.started_ms', '<', untilMs)
    .select(RUN_COLUMNS)
    .select([
      'test_result.test_case_id as test',
      'test_result.outcome',
      'test_result.duration_ms as durationMs',
      'test_result.message',
      'runner.image',
      'runner.version as imageVersion',
      'job.tests',
      'job.tests_failed as testsFailed',
      'job.tests_ms as testsMs',
    ])
    .orderBy('job.started_ms')
    .orderBy('job.id')
    .orderBy('test_result.turn')
    .execute()
  const byTest = Map.groupBy(rows, row => row.test)
  for (const { id, name } of tests)
    for (const { test: _, testsMs, ...row } of byTest.get(id) ?? [])
      yield {
        ...keyOf(named),
        name,
        ...row,
        outcome: row.outcome as TestOutcome,
        logOnly: testsMs === null,
        image: row.image || null,
        imageVersion: row.imageVersion || null,
      }
}
