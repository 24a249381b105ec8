import type { AttemptRecord } from '../../core/model/history.ts'
import { openStore, type StoreSurroundings } from './open-store.ts'
import { readRecords } from './read-records.ts'
import { openSqlite } from './sqlite/engine.ts'
import { loadSqlite } from './sqlite/load.ts'
import { setAside } from './sqlite/set-aside.ts'
import { isDamaged } from './sqlite/trouble.ts'

const AT_ONCE = 200

/** Sets a damaged file aside and begins a new one with the attempts that can be read up to the damage. */
export async function rebuildStore(place: string, surroundings: StoreSurroundings): Promise<{ aside: string; attempts: number }> {
  const aside = setAside(place, surroundings.now())
  const store = await openStore(place, surroundings)
  let attempts = 0
  const save = async (batch: readonly AttemptRecord[]) => {
    await store.record(batch)
    attempts += batch.length
  }
  try {
    let batch: AttemptRecord[] = []
    for await (const record of readable(aside)) {
      batch.push(record)
      if (batch.length < AT_ONCE) continue
      await save(batch)
      batch = []
    }
    await save(batch)
    return { aside, attempts }
  } finally {
    await store.close()
  }
}

async function* readable(path: string): AsyncGenerator<AttemptRecord> {
  try {
    const engine = openSqlite(path, await loadSqlite())
    try {
      yield* readRecords(engine.db)
    } finally {
      await engine.close()
    }
  } catch (error) {
    if (!isDamaged(error)) throw error
  }
}
