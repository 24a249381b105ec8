import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, SqliteDialect, sql } from 'kysely'
import type { Engine, Writer } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { createDatabase, type OpenDatabase, type OpenFile } from './database.ts'
import { checkTables } from './foreign.ts'
import { makeFolder } from './make-folder.ts'
import { isBusy } from './trouble.ts'

/**
 * A store in one file. WAL, so that reading waits for nobody; with it `synchronous=NORMAL` loses nothing that was committed when a process
 * is killed, and only the last moments when the power fails (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export function openSqlite(path: string, open: OpenFile): Engine {
  makeFolder(dirname(path))
  const database = createDatabase(path, open)
  try {
    database.exec(`pragma ${READING_WAITS}`)
    checkTables(path, database)
    for (const setting of SETTINGS) database.exec(`pragma ${setting}`)
  } catch (error) {
    database.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  let isOpen = true
  return {
    dialect: 'sqlite',
    place: path,
    db,
    write: work => patiently(() => inTransaction({ db, database, references: CHECKED }, work)),
    load: work => patiently(() => inTransaction({ db, database, references: UNCHECKED }, work)),
    sizeBytes: async () => ['', '-wal'].reduce((sum, end) => sum + (existsSync(path + end) ? statSync(path + end).size : 0), 0),
    close: async () => {
      if (isOpen) database.close()
      isOpen = false
    },
  }
}

/** Reading hardly ever waits: only while a file is mended that a killed process left. */
const READING_WAITS = 'busy_timeout = 10000'

const SETTINGS = ['journal_mode = wal', 'synchronous = normal', 'foreign_keys = on', 'cache_size = -16384', 'temp_store = memory']

const CHECKED = 'foreign_keys = on'
const UNCHECKED = 'foreign_keys = off'

interface Transaction {
  readonly db: Kysely<Tables>
  readonly database: OpenDatabase
  readonly references: typeof CHECKED | typeof UNCHECKED
}

async function inTransaction<T>({ db, database, references }: Transaction, work: (writer: Writer) => Promise<T>): Promise<T> {
  return db.connection().execute(async connection => {
    database.exec(`pragma ${references}`)
    database.exec('pragma busy_timeout = 0')
    try {
      await sql`begin immediate`.execute(connection)
    } finally {
      database.exec(`pragma ${READING_WAITS}`)
    }
    try {
      const result = await work({ db: connection, insert: inserter(database) })
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      // SQLite may have rolled back by itself.
      await sql`rollback`.execute(connection).catch(() => {})
      throw error
    }
  })
}

const inserter =
  (database: OpenDatabase): Writer['insert'] =>
  async (table, rows, known) => {
    const [first] = rows
    if (!first) return
    const columns = Object.keys(first)
    const row = `(${columns.map(() => '?')})`
    const insert = (count: number) =>
      `insert into "${table}" (${columns.map(column => `"${column}"`)}) values ${Array(count).fill(row)}${known === 'skip' ? ' on conflict do nothing' : ''}`
    const rest = rows.length % ROWS_AT_ONCE
    const many = rows.length - rest
    if (many > 0) database.runAll(insert(ROWS_AT_ONCE), valuesOf(rows, { start: 0, end: many, atOnce: ROWS_AT_ONCE }))
    if (rest > 0) database.runAll(insert(rest), valuesOf(rows, { start: many, end: rows.length, atOnce: rest }))
  }

/** Of one statement: with many, a call costs little against its rows. */
const ROWS_AT_ONCE = 50

/** The values of some rows after another, always in the same list. */
function* valuesOf(
  rows: readonly object[],
  { start, end, atOnce }: { readonly start: number; readonly end: number; readonly atOnce: number },
): Generator<readonly unknown[]> {
  const values: unknown[] = []
  for (let at = start; at < end; at += atOnce) {
    let count = 0
    for (let i = at; i < at + atOnce; i++) {
      const row = rows[i] as Readonly<Record<string, unknown>>
      for (const column in row) values[count++] = row[column]
    }
    yield values
  }
}

/** Two minutes in all. SQLite's own waiting would hold the whole process, perhaps the very one that is waited for. */
const MOST_TRIES = 2400
const WAIT_MS = 50

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || tries >= MOST_TRIES) throw error
      await wait(Math.min(tries, WAIT_MS))
    }
  }
}
