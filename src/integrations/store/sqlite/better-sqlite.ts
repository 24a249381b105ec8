import type { OpenFile } from './database.ts'

/** The addon cannot be bundled: it is looked for among the packages installed beside sherpa. */
const PACKAGE: string = 'better-sqlite3'

/** https://github.com/WiseLibs/better-sqlite3; undefined where it is not installed, or not for this Node. */
export async function loadBetterSqlite(): Promise<OpenFile | undefined> {
  try {
    const { default: Database }: { default: typeof import('better-sqlite3') } = await import(PACKAGE)
    // An addon that was built for another Node fails only when it is used.
    new Database(':memory:').close()
    return path => {
      const database = new Database(path)
      return {
        exec: sql => void database.exec(sql),
        prepare: sql => database.prepare(sql),
        runAll(sql, lists) {
          const statement = database.prepare(sql)
          for (const values of lists) statement.run(...values)
        },
        close: () => database.close(),
      }
    }
  } catch {
    return undefined
  }
}
