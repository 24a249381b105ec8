import { type Kysely, sql } from 'kysely'
import type { Engine, Writer } from './engine.ts'
import { forgetListings } from './listings.ts'
import { bumpGeneration } from './record.ts'
import { TABLES, type Tables } from './tables.ts'

/** What may stay. */
export interface Retention {
  /** Attempts, plans and feedback from before go. */
  readonly beforeMs?: number
  /** The oldest attempts go until the store is no larger. */
  readonly maxBytes?: number
}

export interface Pruned {
  readonly attempts: number
  readonly sizeBytes: number
}

/** Attempts that go in one transaction, so that writers wait only moments. */
const AT_ONCE = 500
/** How often the share that must go is estimated again. */
const MOST_ROUNDS = 8

/** Forgets what is old, and frees its space. */
export async function pruneStore(engine: Engine, { beforeMs, maxBytes }: Retention): Promise<Pruned> {
  let attempts = 0
  if (beforeMs !== undefined) {
    attempts += await pruneAttempts(engine, ({ db }) => oldest(db).where('started_ms', '<', beforeMs), Number.POSITIVE_INFINITY)
    await engine.write(({ db }) => pruneRemedies(db, beforeMs))
  }
  if (attempts > 0 || maxBytes === undefined) await compact(engine, maxBytes === undefined ? 'for use' : 'for the disk')
  for (let round = 0; maxBytes !== undefined && round < MOST_ROUNDS; round++) {
    const size = await engine.sizeBytes()
    const all = await countAttempts(engine.db)
    if (size <= maxBytes || all === 0) break
    const share = Math.ceil((all * (size - maxBytes)) / size)
    attempts += await pruneAttempts(engine, ({ db }) => oldest(db), Math.max(share, 1))
    await compact(engine, 'for the disk')
  }
  return { attempts, sizeBytes: await engine.sizeBytes() }
}

const oldest = (db: Kysely<Tables>) => db.selectFrom('attempt').select('id').orderBy('started_ms').orderBy('id')

async function pruneAttempts(
  engine: Engine,
  which: (writer: Writer) => ReturnType<typeof oldest>,
  most: number,
): Promise<number> {
  let gone = 0
  while (gone < most) {
    const count = await engine.write(async writer => {
      const rows = await which(writer)
        .limit(Math.min(AT_ONCE, most - gone))
        .execute()
      if (rows.length === 0) return 0
      const ids = rows.map(({ id }) => id)
      await writer.db.deleteFrom('attempt').where('id', 'in', ids).execute()
      return ids.length
    })
    if (count === 0) break
    gone += count
  }
  if (gone > 0) await engine.write(pruneNames)
  return gone
}

/** What nothing refers to any more. Numbers may be given again, so whoever remembers them is told. */
async function pruneNames(writer: Writer) {
  const { db } = writer
  await sql`delete from run where not exists (select 1 from attempt where attempt.run_id = run.id)`.execute(db)
  await sql`delete from test_case where not exists (select 1 from test_result where test_result.test_case_id = test_case.id)`.execute(
    db,
  )
  await sql`delete from job_name where not exists (select 1 from job where job.job_name_id = job_name.id)`.execute(db)
  await sql`delete from workflow where not exists (select 1 from run where run.workflow_id = workflow.id)`.execute(db)
  await sql`delete from repository where not exists (select 1 from run where run.repository_id = repository.id)`.execute(db)
  await sql`delete from runner where id not in (select runner_id from job where runner_id is not null)`.execute(db)
  await forgetListings(db)
  await bumpGeneration(writer)
}

async function pruneRemedies(db: Kysely<Tables>, beforeMs: number) {
  await db.deleteFrom('plan').where('planned_ms', '<', beforeMs).execute()
  await db.deleteFrom('feedback').where('at_ms', '<', beforeMs).execute()
  await db.deleteFrom('green_line').where('seen_ms', '<', beforeMs).execute()
}

async function countAttempts(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('attempt')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/**
 * Frees the space of what is gone. PostgreSQL uses it again for new rows at no cost to anybody; giving it back to the disk locks a table while it is
 * written anew, so that is done only where a size is asked for.
 */
async function compact({ db, dialect }: Engine, space: 'for use' | 'for the disk') {
  if (dialect === 'postgres') {
    const tables = sql.join(TABLES.map(name => sql.table(name)))
    await sql`vacuum ${space === 'for use' ? sql`(analyze)` : sql`(full, analyze)`} ${tables}`.execute(db)
    return
  }
  await sql`vacuum`.execute(db)
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}
