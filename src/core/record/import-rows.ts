import type { AttemptRecord, FailureRecord, JobRecord, TestRecord } from '../model/history.ts'
import type { Change, Step } from '../model/run.ts'
import { defined } from './defined.ts'
import type { HistoryRow } from './row.schema.ts'

/** Puts rows together again: those of one attempt follow one another, what belongs to a job follows the job. */
export interface AttemptBuilder {
  /** A sentence where the row does not belong to what came before. */
  add(row: AttemptPart): string | undefined
  /** The attempt that is complete once another begins, or at the end. */
  take(): AttemptRecord | undefined
  /** Whether the row begins another attempt. */
  isNext(row: AttemptPart): boolean
}

/** A row of an attempt, or of something below it. */
export type AttemptPart = Extract<
  HistoryRow,
  { table: 'attempt' | 'change' | 'job' | 'step' | 'job_metric' | 'test_result' | 'failure' }
>

type Of<Table extends AttemptPart['table']> = Extract<AttemptPart, { table: Table }>

interface Draft {
  readonly row: Of<'attempt'>
  readonly changes: Change[]
  readonly jobs: JobDraft[]
}

interface JobDraft {
  readonly row: Of<'job'>
  readonly steps: Step[]
  readonly metrics: Record<string, number>
  readonly tests: TestRecord[]
  readonly failures: FailureRecord[]
}

export function createAttemptBuilder(): AttemptBuilder {
  let draft: Draft | undefined

  return {
    isNext: row => row.table === 'attempt' && draft !== undefined && !isOf(draft.row, row),
    add(row) {
      if (row.table === 'attempt') {
        draft ??= { row, changes: [], jobs: [] }
        return undefined
      }
      if (!draft || !isOf(draft.row, row))
        return `its attempt (${row.repository}, run ${row.run}, attempt ${row.attempt}) is not told before it`
      if (row.table === 'change') draft.changes.push({ file: row.file, ...defined({ patch: row.patch }) })
      else if (row.table === 'job') draft.jobs.push({ row, steps: [], metrics: {}, tests: [], failures: [] })
      else
        return addToJob(
          draft.jobs.findLast(job => isSameJob(job.row, row)),
          row,
        )
      return undefined
    },
    take() {
      const done = draft
      draft = undefined
      return done && attemptRecord(done)
    },
  }
}

function addToJob(job: JobDraft | undefined, row: Of<'step' | 'job_metric' | 'test_result' | 'failure'>): string | undefined {
  if (!job) return `its job (${row.job}) is not told before it`
  if (row.table === 'step')
    job.steps.push({ name: row.name, ...defined({ conclusion: row.conclusion, durationMs: row.durationMs }) })
  else if (row.table === 'job_metric') job.metrics[row.name] = row.value
  else if (row.table === 'test_result') {
    const { name, outcome, durationMs, message } = row
    job.tests.push({ name, outcome, ...defined({ durationMs, message }) })
  } else {
    const { table: _, repository: __, run: ___, attempt: ____, job: _____, ordinal: ______, file, line, ...failure } = row
    job.failures.push({ ...failure, ...defined({ file, line }) })
  }
  return undefined
}

const isOf = (attempt: Of<'attempt'>, row: AttemptPart) =>
  attempt.run === row.run && attempt.attempt === row.attempt && attempt.repository === row.repository

const isSameJob = (job: Of<'job'>, row: { readonly job: string; readonly ordinal: number }) =>
  job.ordinal === row.ordinal && job.job === row.job

function attemptRecord({ row, changes, jobs }: Draft): AttemptRecord {
  const { table: _, repository, workflow, run, attempt, ...facts } = row
  return {
    repository,
    workflow,
    run,
    attempt,
    ...defined(facts),
    ...(changes.length > 0 && { changes }),
    jobs: jobs.map(jobRecord),
  }
}

function jobRecord({ row, steps, metrics, tests, failures }: JobDraft): JobRecord {
  const { id, conclusion, startedMs, durationMs, queuedMs, runner, log, testCounts } = row
  return {
    name: row.job,
    ...defined({ id, conclusion, startedMs, durationMs, queuedMs }),
    ...(runner && { runner: defined(runner) }),
    ...(log && {
      log: { lines: log.lines, bytes: log.bytes, errorLines: log.errorLines, ...defined({ newLines: log.newLines }) },
    }),
    ...(steps.length > 0 && { steps }),
    ...(Object.keys(metrics).length > 0 && { metrics }),
    ...(row.tests && { tests }),
    ...(row.tests && testCounts && { testCounts }),
    ...(failures.length > 0 && { failures }),
  }
}
