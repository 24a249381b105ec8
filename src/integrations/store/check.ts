import { sql } from 'kysely'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Engine } from './engine.ts'
import { TABLES, type Tables } from './tables.ts'

/** Whether the store is sound, and how much is in it. */
export interface StoreState {
  readonly place: string
  readonly isFile: boolean
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
    isFile: engine.dialect === 'sqlite',
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
    if (isDamage(error)) return -1
    throw error
  }
}

async function sqliteMistakes(engine: Engine): Promise<readonly string[]> {
  try {
    const integrity = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(engine.db)
    const orphans = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(engine.db)
    const lonely = orphans.rows.map(({ table, parent }) => `rows of ${table} refer to rows of ${parent} that are not there`)
    const broken = integrity.rows.map(row => row.integrity_check).filter(text => text !== 'ok')
    return [...broken, ...new Set(lonely)]
  } catch (error) {
    if (isDamage(error)) return [error.message]
    throw error
  }
}

const isDamage = (error: unknown): error is SherpaError => error instanceof SherpaError && error.code === 'store-damaged'
