import type { Kysely } from 'kysely'
import type { PastTest, TestOutcome, Window } from '../../core/model/history.ts'
import type { TestChoice } from '../../core/ports/history.ts'
import { jobsWithRuns, keyOf, type NamedJob, RUN_COLUMNS, windowJobs } from './past.ts'
import type { Tables } from './tables.ts'

/** Tests whose results are held at once. */
const AT_ONCE = 20

export async function* readTests(db: Kysely<Tables>, window: Window, which: TestChoice): AsyncGenerator<PastTest> {
  for (const named of await windowJobs(db, window)) {
    if (typeof which === 'object' && !(await runsOneOf(db, named, which.failedBeside))) continue
    const tests = which === 'all' ? await allTests(db, named) : await failedTests(db, named, window)
    if (tests.length === 0) continue
    const jobs = await jobsOf(db, named, window)
    for (let at = 0; at < tests.length; at += AT_ONCE) yield* resultsOf(db, jobs, tests.slice(at, at + AT_ONCE))
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

/** So many names are asked for; whoever has more failed tests hardly has them all in other jobs. */
const MOST_NAMES = 500

async function runsOneOf(db: Kysely<Tables>, { id }: NamedJob, names: ReadonlySet<string>): Promise<boolean> {
  const known = db
    .selectFrom('test_case')
    .select('id')
    .where('job_name_id', '=', id)
    .where('name', 'in', [...names].slice(0, MOST_NAMES))
    .limit(1)
  return names.size > 0 && (await known.executeTakeFirst()) !== undefined
}

/** The jobs of that name in a window, oldest first, and between which numbers theirs are: not all in between need be of the window. */
async function jobsOf(db: Kysely<Tables>, named: NamedJob, { sinceMs, untilMs }: Window) {
  const rows = await jobsWithRuns(db)
    .where('job.job_name_id', '=', named.id)
    .where('job.started_ms', '>=', sinceMs)
    .where('job.started_ms', '<', untilMs)
    .select(RUN_COLUMNS)
    .select([
      'job.id as id',
      'runner.image',
      'runner.version as imageVersion',
      'job.tests',
      'job.tests_failed as testsFailed',
      'job.tests_ms as testsMs',
    ])
    .orderBy('job.started_ms')
    .orderBy('job.id')
    .execute()
  const jobs = rows.map(({ id, testsMs, image, imageVersion, ...row }) => ({
    id,
    facts: { ...keyOf(named), ...row, image: image || null, imageVersion: imageVersion || null, logOnly: testsMs === null },
  }))
  const ids = rows.map(({ id }) => id)
  return { jobs, from: ids.reduce((a, b) => Math.min(a, b), Infinity), to: ids.reduce((a, b) => Math.max(a, b), 0) }
}

type Jobs = Awaited<ReturnType<typeof jobsOf>>

async function* resultsOf(db: Kysely<Tables>, { jobs, from, to }: Jobs, tests: readonly Test[]): AsyncGenerator<PastTest> {
  const rows = await db
    .selectFrom('test_result')
    .where(
      'test_case_id',
      'in',
      tests.map(({ id }) => id),
    )
    .where('job_id', '>=', from)
    .where('job_id', '<=', to)
    .select(['test_case_id as test', 'job_id as job', 'outcome', 'duration_ms as durationMs', 'message'])
    .orderBy('test_case_id')
    .orderBy('job_id')
    .orderBy('turn')
    .execute()
  const byTest = Map.groupBy(rows, row => row.test)
  for (const { id, name } of tests) {
    const byJob = Map.groupBy(byTest.get(id) ?? [], row => row.job)
    for (const { id: job, facts } of jobs)
      for (const { outcome, durationMs, message } of byJob.get(job) ?? [])
        yield { ...facts, name, outcome: outcome as TestOutcome, durationMs, message }
  }
}
