import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** One open SQLite file: what better-sqlite3 and node:sqlite have in common, with statements that are prepared once. */
export interface OpenDatabase extends SqliteDatabase {
  exec(sql: string): void
}

export type OpenFile = (path: string) => OpenDatabase

/** The newest of them are kept; preparing one costs as much as running it many times. */
const KEPT = 200

export function keepStatements(prepare: (sql: string) => SqliteStatement): (sql: string) => SqliteStatement {
  const statements = new Map<string, SqliteStatement>()
  return sql => {
    const kept = statements.get(sql)
    if (kept) return kept
    const statement = prepare(sql)
    statements.set(sql, statement)
    if (statements.size > KEPT) {
      const [oldest] = statements.keys()
      if (oldest !== undefined) statements.delete(oldest)
    }
    return statement
  }
}
