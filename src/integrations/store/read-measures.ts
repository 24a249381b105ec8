import type { Kysely } from 'kysely'
import type { PastMeasures, Window } from '../../core/model/history.ts'
import type { Conclusion, Step } from '../../core/model/run.ts'
import { keyOf, type NamedJob, windowJobs } from './past.ts'
import type { Tables } from './tables.ts'

/** Jobs whose steps are held at once. */
const PAGE = 500

export async function* readMeasures(db: Kysely<Tables>, window: Window): AsyncGenerator<PastMeasures> {
  for (const named of await windowJobs(db, window)) {
    let after = { startedMs: window.sinceMs, id: 0 }
    for (;;) {
      const jobs = await jobPage(db, named, window, after)
      if (jobs.length > 0) yield* measuresOf(db, named, jobs)
      const last = jobs.at(-1)
      if (!last || jobs.length < PAGE) break
      after = { startedMs: last.startedMs ?? after.startedMs, id: last.id }
    }
  }
}

const jobPage = (db: Kysely<Tables>, { id }: NamedJob, { untilMs }: Window, after: { startedMs: number; id: number }) =>
  db
    .selectFrom('job')
    .innerJoin('attempt', 'attempt.id', 'job.attempt_id')
    .innerJoin('run', 'run.id', 'attempt.run_id')
    .select(['job.id', 'run.number as run', 'attempt.number as attempt', 'job.conclusion', 'job.started_ms as startedMs'])
    .where('job.job_name_id', '=', id)
    .where('job.started_ms', '>=', after.startedMs)
    .where('job.started_ms', '<', untilMs)
    .where(({ eb, or }) => or([eb('job.started_ms', '>', after.startedMs), eb('job.id', '>', after.id)]))
    .orderBy('job.started_ms')
    .orderBy('job.id')
    .limit(PAGE)
    .execute()

async function* measuresOf(
  db: Kysely<Tables>,
  named: NamedJob,
  jobs: Awaited<ReturnType<typeof jobPage>>,
): AsyncGenerator<PastMeasures> {
  const ids = jobs.map(({ id }) => id)
  const steps = Map.groupBy(
    await db.selectFrom('step').selectAll().where('job_id', 'in', ids).orderBy('job_id').orderBy('position').execute(),
    row => row.job_id,
  )
  const metrics = Map.groupBy(
    await db.selectFrom('job_metric').selectAll().where('job_id', 'in', ids).execute(),
    row => row.job_id,
  )
  for (const { id, conclusion, ...facts } of jobs) {
    if (!steps.has(id) && !metrics.has(id)) continue
    yield {
      ...keyOf(named),
      ...facts,
      conclusion: conclusion as Conclusion | null,
      steps: (steps.get(id) ?? []).map(step),
      metrics: Object.fromEntries((metrics.get(id) ?? []).map(({ name, value }) => [name, value])),
    }
  }
}

const step = ({ name, conclusion, duration_ms }: Tables['step']): Step => ({
  name,
  ...(conclusion !== null && { conclusion: conclusion as Conclusion }),
  ...(duration_ms !== null && { durationMs: duration_ms }),
})
