import { sql } from 'kysely'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Engine } from './engine.ts'
import { TABLES, type Tables } from './tables.ts'

/** Whether the store is sound, and how much is in it. */
export interface StoreState {
  readonly place: string
  readonly sizeBytes: number
  /** Sentences; empty: all is well. */
  readonly mistakes: readonly string[]
  readonly rows: Readonly<Record<keyof Tables, number>>
}

export async function checkStore(engine: Engine): Promise<StoreState> {
  const rows: Record<string, number> = {}
  for (const table of TABLES) rows[table] = await count(engine, table)
  return {
    place: engine.place,
    sizeBytes: await engine.sizeBytes(),
    mistakes: engine.dialect === 'sqlite' ? await sqliteMistakes(engine) : [],
    rows: rows as StoreState['rows'],
  }
}

/** -1 where the table cannot be read to its end. */
async function count({ db }: Engine, table: keyof Tables): Promise<number> {
  try {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirst()
    return Number(row?.count ?? 0)
  } catch (error) {
    if (error instanceof SherpaError && error.code === 'store-damaged') return -1
    throw error
  }
}

async function sqliteMistakes({ db }: Engine): Promise<readonly string[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db)
  const orphans = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db)
  const lonely = new Set(
    orphans.rows.map(({ table, parent }) => `rows of ${table} refer to rows of ${parent} that are not there`),
  )
  return [...integrity.rows.map(row => row.integrity_check).filter(text => text !== 'ok'), ...lonely]
}
