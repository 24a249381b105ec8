import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Engine, Writer } from '../engine.ts'
import { TABLES, type Tables } from '../tables.ts'
import { tellingPool } from './telling-pool.ts'
import { unreachable } from './trouble.ts'

/** Who writes holds this lock: one number for the whole project, of no meaning. */
const WRITERS = 5_374_321_907
/** OID of `bigint`: our numbers fit a JavaScript number. */
const INT8 = 20
const NUMERIC = 1700

/** A store that a team shares. */
export async function openPostgres(url: string): Promise<Engine> {
  const { default: pg } = await import('pg')
  const place = withoutPassword(url)
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text'),
  }
  const pool = new pg.Pool({ connectionString: url, max: 4, types, connectionTimeoutMillis: 10_000, application_name: 'sherpa' })
  // A connection that breaks while nobody uses it is replaced by the pool.
  pool.on('error', () => {})
  // One that breaks in use is told by the query that it breaks.
  pool.on('connect', client => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: tellingPool(pool, place) }) })
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    await db.destroy()
    throw unreachable(place, error)
  }
  const write: Engine['write'] = work =>
    db.transaction().execute(async transaction => {
      await sql`select pg_advisory_xact_lock(${WRITERS})`.execute(transaction)
      return work({ db: transaction, insert: inserter(transaction) })
    })
  return {
    dialect: 'postgres',
    place,
    db,
    write,
    load: write,
    async sizeBytes() {
      const { rows } = await sql<{ size: number }>`select sum(pg_total_relation_size(name::regclass)) as size
        from unnest(${TABLES.map(name => `"${name}"`)}::text[]) as name`.execute(db)
      return rows[0]?.size ?? 0
    },
    close: () => db.destroy(),
  }
}

const AT_ONCE = 5000

/** Rows travel as one JSON value: fast, and without a limit of parameters. */
const inserter =
  (db: Kysely<Tables>): Writer['insert'] =>
  async (table, rows, known) => {
    const [first] = rows
    if (!first) return
    const columns = sql.join(Object.keys(first).map(column => sql.ref(column)))
    const skip = known === 'skip' ? sql`on conflict do nothing` : sql``
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const json = JSON.stringify(rows.slice(at, at + AT_ONCE))
      await sql`insert into ${sql.table(table)} (${columns})
        select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json) ${skip}`.execute(db)
    }
  }

function withoutPassword(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return 'the given URL'
  const { host, pathname, username } = parsed
  return `postgres://${username ? `${username}@` : ''}${host}${pathname}`
}
