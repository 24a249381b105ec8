import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../engine.ts'
import { createDatabase, type OpenFile } from './database.ts'
import { openSqlite } from './engine.ts'
import { checkTables } from './foreign.ts'
import { sqliteTrouble } from './trouble.ts'

/** A copy of a store as it stands now, gone when it is closed: what is done to it is not done to the store. */
export function openCopy(path: string, open: OpenFile): Engine {
  const room = makeRoom()
  const leave = () => rmSync(room, { recursive: true, force: true })
  try {
    const copy = join(room, 'copy.db')
    writeCopy(path, copy, open)
    const engine = openSqlite(copy, open)
    return { ...engine, place: path, close: () => engine.close().finally(leave) }
  } catch (error) {
    leave()
    throw error
  }
}

function makeRoom(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'sherpa-'))
  } catch (error) {
    throw sqliteTrouble(error, tmpdir())
  }
}

/** https://sqlite.org/lang_vacuum.html#vacuuminto */
function writeCopy(path: string, copy: string, open: OpenFile) {
  const database = createDatabase(path, open)
  try {
    database.exec('pragma busy_timeout = 10000')
    checkTables(path, database)
    database.exec(`vacuum into '${copy.replaceAll("'", "''")}'`)
  } finally {
    database.close()
  }
}
