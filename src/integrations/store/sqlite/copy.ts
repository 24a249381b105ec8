import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../engine.ts'
import { migrate } from '../migrate.ts'
import { createDatabase, type OpenFile } from './database.ts'
import { openSqlite } from './engine.ts'
import { checkTables } from './foreign.ts'
import { type Rescue, rescueRows } from './rescue.ts'
import { sqliteTrouble } from './trouble.ts'

/** A copy of a store as it stands now, gone when it is closed: what is done to it is not done to the store. */
export const openCopy = (path: string, open: OpenFile): Promise<Engine> =>
  inRoom(path, async room => {
    const copy = join(room, 'copy.db')
    writeCopy(path, copy, open)
    return openSqlite(copy, open)
  })

/** A sound store with what can be read of a damaged one, which stays as it is; gone when it is closed. */
export async function openRescued(path: string, open: OpenFile): Promise<{ readonly engine: Engine; readonly rescue: Rescue }> {
  let rescue: Rescue | undefined
  const engine = await inRoom(path, async room => {
    const [damaged, sound] = [join(room, 'damaged.db'), join(room, 'sound.db')]
    for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, damaged + end)
    const opened = openSqlite(sound, open)
    await migrate(opened).finally(() => opened.close())
    rescue = rescueInto(sound, damaged, open)
    return openSqlite(sound, open)
  })
  return { engine, rescue: rescue as Rescue }
}

function rescueInto(sound: string, damaged: string, open: OpenFile): Rescue {
  const [to, from] = [createDatabase(sound, open), createDatabase(damaged, open)]
  try {
    // Tells more damaged pages for what they are: https://sqlite.org/pragma.html#pragma_cell_size_check
    from.exec('pragma cell_size_check = on')
    return rescueRows(from, to)
  } finally {
    from.close()
    to.close()
  }
}

async function inRoom(path: string, work: (room: string) => Promise<Engine>): Promise<Engine> {
  const room = makeRoom()
  const leave = () => rmSync(room, { recursive: true, force: true })
  try {
    const engine = await work(room)
    return { ...engine, place: path, close: () => engine.close().finally(leave) }
  } catch (error) {
    leave()
    throw sqliteTrouble(error, path)
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
