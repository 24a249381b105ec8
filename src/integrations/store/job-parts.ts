import type { JobRecord, TestRecord } from '../../core/model/history.ts'
import type { Writer } from './engine.ts'
import { type JobPlace, type Rows, whole } from './rows.ts'

/** Adds the rows below a job: steps, measures, failures, lines of its green log. */
export function addJobParts(rows: Rows, place: Pick<JobPlace, 'id' | 'jobNameId' | 'startedMs'>, job: JobRecord) {
  const { id, jobNameId, startedMs } = place
  for (const [position, { name, conclusion, durationMs }] of job.steps?.entries() ?? [])
    rows.step.push({ job_id: id, position, name, conclusion: conclusion ?? null, duration_ms: whole(durationMs) })
  if (job.metrics) for (const [name, value] of Object.entries(job.metrics)) rows.job_metric.push({ job_id: id, name, value })
  for (const [position, failure] of job.failures?.entries() ?? [])
    rows.failure.push({
      job_id: id,
      position,
      fingerprint: failure.fingerprint,
      category: failure.category,
      rule: failure.rule,
      title: failure.title,
      message: failure.message,
      step: failure.step,
      first_line: failure.lines?.[0] ?? null,
      last_line: failure.lines?.[1] ?? null,
      file: failure.file ?? null,
      line: failure.line ?? null,
      captures: JSON.stringify(failure.captures),
      confidence: failure.confidence,
    })
  if (job.greenLines)
    for (const hash of new Set(job.greenLines)) rows.green_line.push({ job_name_id: jobNameId, hash, seen_ms: startedMs })
}

/** @param cases the numbers of the tests, by name */
export function addTests(rows: Rows, jobId: number, tests: readonly TestRecord[], cases: ReadonlyMap<string, number>) {
  const turns = new Map<number, number>()
  for (const { name, outcome, durationMs, message } of tests) {
    const test = cases.get(name) ?? 0
    const turn = turns.get(test) ?? 0
    turns.set(test, turn + 1)
    rows.test_result.push({
      job_id: jobId,
      test_case_id: test,
      turn,
      outcome,
      duration_ms: durationMs ?? null,
      message: message ?? null,
    })
  }
}

/** Takes away what the record replaces. */
export async function deleteReplaced({ db }: Writer, id: number, job: JobRecord) {
  if (job.steps) await db.deleteFrom('step').where('job_id', '=', id).execute()
  if (job.metrics) await db.deleteFrom('job_metric').where('job_id', '=', id).execute()
  if (job.tests) await db.deleteFrom('test_result').where('job_id', '=', id).execute()
  if (job.failures) await db.deleteFrom('failure').where('job_id', '=', id).execute()
}
