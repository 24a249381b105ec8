import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Dialect } from '../engine.ts'

/** One step of the schema; it runs inside a transaction. Once released, it never changes. */
export interface Migration {
  up(db: Kysely<unknown>, dialect: Dialect): Promise<void>
}

/** What SQLite and PostgreSQL call the same thing. */
export function columnTypes(dialect: Dialect): ColumnTypes {
  const isSqlite = dialect === 'sqlite'
  return {
    id: isSqlite ? 'integer' : 'bigint',
    whole: isSqlite ? 'integer' : 'bigint',
    clustered: isSqlite ? sql`without rowid` : sql``,
  }
}

interface ColumnTypes {
  /** A number that names a row; in SQLite the row's own. */
  readonly id: 'integer' | 'bigint'
  readonly whole: 'integer' | 'bigint'
  /** At the end of a table that lies in the order of its key. */
  readonly clustered: RawBuilder<unknown>
}
