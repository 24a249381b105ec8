import type { AttemptRecord, JobRecord } from '../model/history.ts'

/** One line of an exported history; its shape is that of row.schema.ts. */
export type ExportedRow = { readonly table: string } & Readonly<Record<string, unknown>>

/** The rows of an attempt: itself, what changed, its jobs, each followed by what happened in it. */
export function* exportAttempt(record: AttemptRecord): Generator<ExportedRow> {
  const { jobs, changes = [], repository, run, attempt, ...facts } = record
  const key = { repository, run, attempt }
  yield { table: 'attempt', ...key, ...facts }
  for (const change of changes) yield { table: 'change', ...key, ...change }
  const ordinals = new Map<string, number>()
  for (const job of jobs) {
    const ordinal = ordinals.get(job.name) ?? 0
    ordinals.set(job.name, ordinal + 1)
    yield* exportJob({ ...key, job: job.name, ordinal }, job)
  }
}

function* exportJob(key: Readonly<Record<string, unknown>>, record: JobRecord): Generator<ExportedRow> {
  const { name: _, steps = [], tests, failures = [], greenLines: __, metrics = {}, ...facts } = record
  yield { table: 'job', ...key, ...facts, ...(tests && { tests: true }) }
  for (const step of steps) yield { table: 'step', ...key, ...step }
  for (const [name, value] of Object.entries(metrics)) yield { table: 'job_metric', ...key, name, value }
  for (const test of tests ?? []) yield { table: 'test_result', ...key, ...test }
  for (const failure of failures) yield { table: 'failure', ...key, ...failure }
}
