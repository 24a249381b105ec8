import type { AttemptRecord, JobRecord } from '../../core/model/history.ts'
import type { Recorded } from '../../core/ports/history.ts'
import type { Writer } from './engine.ts'
import { addJobParts, addTests, deleteReplaced } from './job-parts.ts'
import type { Names } from './names.ts'
import { attemptRow, changeRows, emptyRows, jobRow, type Rows, runRow } from './rows.ts'
import type { Tables } from './tables.ts'

/**
 * Writes attempts of different runs. Nobody else writes meanwhile, so numbers are given here: what is new is only inserted, what is there
 * is completed.
 */
export async function recordBatch(
  writer: Writer,
  names: Names,
  attempts: readonly AttemptRecord[],
): Promise<readonly Recorded[]> {
  const ids = { run: await nextId(writer, 'run'), attempt: await nextId(writer, 'attempt'), job: await nextId(writer, 'job') }
  const places: Place[] = []
  for (const attempt of attempts) places.push(await placeOf(attempt, names))
  const runs = await existingRuns(writer, places)
  const known = await existingAttempts(writer, [...runs.values()])
  const rows = emptyRows()
  const recorded: Recorded[] = []

  for (const { attempt, repositoryId, workflowId } of places) {
    const runBefore = runs.get(`${repositoryId} ${attempt.run}`)
    const runId = runBefore ?? ids.run++
    const run = runRow(runId, repositoryId, workflowId, attempt)
    if (runBefore === undefined) rows.run.push(run)
    else await completeRun(writer, run, attempt)
    for (const change of changeRows(runId, attempt.changes ?? [])) rows.change.push(change)

    const attemptBefore = known.get(`${runId} ${attempt.attempt}`)
    const attemptId = attemptBefore ?? ids.attempt++
    const row = attemptRow(attemptId, runId, attempt)
    if (attemptBefore === undefined) rows.attempt.push(row)
    else await complete(writer, 'attempt', row)
    recorded.push(attemptBefore === undefined ? 'new' : 'known')

    const jobsBefore = attemptBefore === undefined ? NO_JOBS : await existingJobs(writer, attemptId)
    const jobNames = await names.jobNames(workflowId, attempt.jobs)
    const ordinals = ordinalsOf(attempt.jobs)
    for (const [i, told] of attempt.jobs.entries()) {
      const ordinal = ordinals?.[i] ?? 0
      const jobNameId = jobNames.get(told.name) ?? 0
      const before = jobsBefore === NO_JOBS ? undefined : jobsBefore.get(`${jobNameId} ${ordinal}`)
      const job = before?.hasResults ? withoutLogTests(told) : told
      const id = before?.id ?? ids.job++
      const runnerId = job.runner ? (names.knownRunner(job.runner) ?? (await names.runner(job.runner))) : null
      const startedMs = job.startedMs ?? attempt.startedMs ?? null
      const jobOfName = jobRow({ id, attemptId, jobNameId, ordinal, runnerId, startedMs }, job)
      if (before === undefined) rows.job.push(jobOfName)
      else {
        await complete(writer, 'job', jobOfName)
        await deleteReplaced(writer, id, job)
      }
      addJobParts(rows, { id, jobNameId, startedMs }, job)
      if (job.tests) addTests(rows, id, job.tests, await names.testCases(jobNameId, job.tests))
    }
  }
  await insertAll(writer, rows)
  return recorded
}

const NONE: ReadonlyMap<string, number> = new Map()

interface JobBefore {
  readonly id: number
  /** What became of each test was told, not only what a log says. */
  readonly hasResults: boolean
}

const NO_JOBS: ReadonlyMap<string, JobBefore> = new Map()

/** Test reports know better. */
const withoutLogTests = ({ tests, testCounts, ...job }: JobRecord): JobRecord =>
  testCounts ? job : { ...job, ...(tests && { tests }) }

interface Place {
  readonly attempt: AttemptRecord
  readonly repositoryId: number
  readonly workflowId: number
}

async function placeOf(attempt: AttemptRecord, names: Names): Promise<Place> {
  const repositoryId = await names.repository(attempt.repository)
  return { attempt, repositoryId, workflowId: await names.workflow(repositoryId, attempt.workflow) }
}

/** Jobs of one name are counted; undefined where each has a name of its own. */
function ordinalsOf(jobs: readonly JobRecord[]): readonly number[] | undefined {
  const seen = new Map<string, number>()
  for (const { name } of jobs) seen.set(name, 0)
  if (seen.size === jobs.length) return undefined
  return jobs.map(({ name }) => {
    const ordinal = seen.get(name) ?? 0
    seen.set(name, ordinal + 1)
    return ordinal
  })
}

/** In the order in which rows refer to each other. */
async function insertAll({ insert }: Writer, rows: Rows) {
  await insert('run', rows.run)
  await insert('change', rows.change)
  await insert('attempt', rows.attempt)
  await insert('job', rows.job)
  await insert('step', rows.step)
  await insert('job_metric', rows.job_metric)
  await insert('test_result', rows.test_result)
  await insert('failure', rows.failure)
  await insert('green_line', rows.green_line, 'skip')
}

async function nextId({ db }: Writer, table: 'run' | 'attempt' | 'job'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

/** By repository and number. */
async function existingRuns({ db }: Writer, places: readonly Place[]): Promise<Map<string, number>> {
  const runs = new Map<string, number>()
  for (const [repositoryId, group] of Map.groupBy(places, place => place.repositoryId)) {
    const found = await db
      .selectFrom('run')
      .select(['id', 'number'])
      .where('repository_id', '=', repositoryId)
      .where(
        'number',
        'in',
        group.map(({ attempt }) => attempt.run),
      )
      .execute()
    for (const { id, number } of found) runs.set(`${repositoryId} ${number}`, id)
  }
  return runs
}

/** By run and number. */
async function existingAttempts({ db }: Writer, runs: readonly number[]): Promise<ReadonlyMap<string, number>> {
  if (runs.length === 0) return NONE
  const found = await db.selectFrom('attempt').select(['id', 'run_id', 'number']).where('run_id', 'in', runs).execute()
  return new Map(found.map(({ id, run_id, number }) => [`${run_id} ${number}`, id]))
}

/** By name and ordinal. */
async function existingJobs({ db }: Writer, attempt: number): Promise<ReadonlyMap<string, JobBefore>> {
  const found = await db
    .selectFrom('job')
    .select(['id', 'job_name_id', 'ordinal', 'tests_ms'])
    .where('attempt_id', '=', attempt)
    .execute()
  return new Map(
    found.map(({ id, job_name_id, ordinal, tests_ms }) => [`${job_name_id} ${ordinal}`, { id, hasResults: tests_ms !== null }]),
  )
}

async function completeRun(writer: Writer, run: Tables['run'], { changes }: AttemptRecord) {
  await complete(writer, 'run', run)
  if (changes) await writer.db.deleteFrom('change').where('run_id', '=', run.id).execute()
}

/** What is not known this time stays as it was. */
async function complete<Name extends 'run' | 'attempt' | 'job'>({ db }: Writer, table: Name, row: Tables[Name]) {
  const told = Object.fromEntries(
    Object.entries(row).filter(([column, value]) => column !== 'id' && value !== null && value !== ''),
  )
  await db
    .updateTable(table as 'job')
    .set(told)
    .where('id', '=', row.id)
    .execute()
}
