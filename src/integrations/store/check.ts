import { sql } from 'kysely'
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
  for (const table of TABLES) {
    const row = await engine.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirst()
    rows[table] = Number(row?.count ?? 0)
  }
  return {
    place: engine.place,
    sizeBytes: await engine.sizeBytes(),
    mistakes: engine.dialect === 'sqlite' ? await sqliteMistakes(engine) : [],
    rows: rows as StoreState['rows'],
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
