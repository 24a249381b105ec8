import type { Kysely } from 'kysely'
import type { GreenLine, JobKey } from '../../core/model/history.ts'
import type { Engine } from './engine.ts'
import { createNames } from './names.ts'
import { keyOf, namedJobs } from './past.ts'
import type { Tables } from './tables.ts'

export async function readGreenLines(db: Kysely<Tables>, key: JobKey): Promise<readonly number[]> {
  const [named] = await namedJobs(db, key)
  return named ? (await linesOf(db, named.id)).map(({ hash }) => hash) : []
}

/** Those of all jobs, for a copy. */
export async function* readAllGreenLines(db: Kysely<Tables>): AsyncGenerator<GreenLine> {
  for (const named of await namedJobs(db, {}))
    for (const { hash, seen_ms } of await linesOf(db, named.id))
      yield { ...keyOf(named), hash, ...(seen_ms !== null && { seenMs: seen_ms }) }
}

const linesOf = (db: Kysely<Tables>, jobName: number) =>
  db.selectFrom('green_line').select(['hash', 'seen_ms']).where('job_name_id', '=', jobName).orderBy('hash').execute()

export const recordGreenLines = (engine: Engine, lines: readonly GreenLine[]): Promise<void> =>
  engine.write(async writer => {
    const names = createNames(writer, new Map())
    const rows: Tables['green_line'][] = []
    for (const { repository, workflow, job, hash, seenMs } of lines) {
      const workflowId = await names.workflow(await names.repository(repository), workflow)
      const jobNames = await names.jobNames(workflowId, [{ name: job }])
      rows.push({ job_name_id: jobNames.get(job) ?? 0, hash, seen_ms: seenMs ?? null })
    }
    await writer.insert('green_line', rows, 'skip')
  })
