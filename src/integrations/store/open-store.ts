import type { HistoryStore } from '../../core/ports.ts'
import { checkStore, type StoreState } from './check.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { createRecorder } from './record.ts'
import { loadBetterSqlite } from './sqlite/better-sqlite.ts'
import { openSqlite } from './sqlite/engine.ts'
import { loadNodeSqlite } from './sqlite/node-sqlite.ts'

/** An open store: what is asked of history, and what keeps the store itself in order. */
export interface Store extends HistoryStore {
  check(): Promise<StoreState>
}

/** @param place a file, or the URL of a PostgreSQL database */
export async function openStore(place: string): Promise<Store> {
  const engine = await openEngine(place)
  try {
    await migrate(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
  return {
    record: createRecorder(engine),
    check: () => checkStore(engine),
    close: () => engine.close(),
  } as unknown as Store
}

async function openEngine(place: string): Promise<Engine> {
  return openSqlite(place, (await loadBetterSqlite()) ?? (await loadNodeSqlite()))
}
