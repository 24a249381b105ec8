import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { sqliteTrouble } from './trouble.ts'

/** One open SQLite file: what better-sqlite3 and node:sqlite have in common. */
export interface OpenDatabase extends SqliteDatabase {
  exec(sql: string): void
  /** Runs one statement for each list of values; whoever gives them may use one list again and again. */
  runAll(sql: string, lists: Iterable<readonly unknown[]>): void
}

export type OpenFile = (path: string) => OpenDatabase

/** Statements kept; preparing one costs as much as running it many times. */
const KEPT = 200

/** The same with statements that are prepared once, and the world's troubles told as such. */
export function createDatabase(path: string, open: OpenFile): OpenDatabase {
  const telling = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw sqliteTrouble(error, path)
    }
  }
  const database = telling(() => open(path))
  const statements = new Map<string, SqliteStatement>()

  function prepare(sql: string): SqliteStatement {
    const kept = statements.get(sql)
    if (kept) return kept
    const statement = telling(() => database.prepare(sql))
    const told: SqliteStatement = {
      reader: statement.reader,
      all: values => telling(() => statement.all(values)),
      run: values => telling(() => statement.run(values)),
      iterate: values => statement.iterate(values),
    }
    statements.set(sql, told)
    const [oldest] = statements.size > KEPT ? statements.keys() : []
    if (oldest !== undefined) statements.delete(oldest)
    return told
  }
  return {
    prepare,
    exec: sql => telling(() => database.exec(sql)),
    runAll: (sql, lists) => telling(() => database.runAll(sql, lists)),
    close: () => database.close(),
  }
}
