import { type Kysely, sql } from 'kysely'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

/**
 * Indexes beside the keys of the tables. They cost a third of the time in which an empty store is filled, so filling goes without them, and
 * they are made at its end; if it never comes to that, by whoever opens the store next.
 */
const INDEXES: Readonly<Record<string, string>> = {
  // In the order of what is asked most: the last ones of a job.
  job_recent: 'job (job_name_id, started_ms)',
  attempt_started: 'attempt (started_ms)',
  run_workflow: 'run (workflow_id)',
  test_result_case: 'test_result (test_case_id, job_id, outcome)',
  failure_fingerprint: 'failure (fingerprint)',
}

/** The key in `meta` that says that indexes are missing. */
export const UNINDEXED = 'unindexed'

export async function createIndexes(db: Kysely<Tables>): Promise<void> {
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index if not exists ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
  await db.deleteFrom('meta').where('key', '=', UNINDEXED).execute()
}

/** Fills an empty store faster; in one that has rows the work is just done. */
export async function withoutIndexes<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  const isEmpty = await engine.write(async ({ db }) => {
    const attempt = await db.selectFrom('attempt').select('id').limit(1).executeTakeFirst()
    if (attempt) return false
    for (const name of Object.keys(INDEXES)) await sql`drop index if exists ${sql.ref(name)}`.execute(db)
    await db.deleteFrom('meta').where('key', '=', UNINDEXED).execute()
    await db.insertInto('meta').values({ key: UNINDEXED, value: 'yes' }).execute()
    return true
  })
  try {
    return await work()
  } finally {
    if (isEmpty) await engine.write(({ db }) => createIndexes(db))
  }
}
