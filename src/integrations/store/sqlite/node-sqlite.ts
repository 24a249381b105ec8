import type { SqliteStatement } from 'kysely'
import type { OpenFile } from './database.ts'

/** https://nodejs.org/api/sqlite.html */
export async function loadNodeSqlite(): Promise<OpenFile> {
  const { DatabaseSync } = await quietly(() => import('node:sqlite'))
  return path => {
    const database = new DatabaseSync(path)
    return {
      exec: sql => void database.exec(sql),
      prepare: sql => statementOf(database.prepare(sql), sql),
      runAll(sql, lists) {
        const statement = database.prepare(sql)
        for (const values of lists) statement.run(...(values as Values))
      },
      close: () => database.close(),
    }
  }
}

type Statement = ReturnType<InstanceType<typeof import('node:sqlite').DatabaseSync>['prepare']>

/** What is bound was made by us: texts, numbers, null. */
type Values = Parameters<Statement['run']>

const ANSWERS = /^\s*(?:select|with|pragma|explain|values)\b|\breturning\b/i

function statementOf(statement: Statement, sql: string): SqliteStatement {
  return {
    reader: ANSWERS.test(sql),
    all: values => statement.all(...(values as Values)),
    run: values => statement.run(...(values as Values)),
    iterate: values => statement.iterate(...(values as Values)),
  }
}

/** Node 22 warns that SQLite is experimental: that warning, and no other, is not passed on. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { emitWarning } = process
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).startsWith('SQLite is an experimental feature')) Reflect.apply(emitWarning, process, [warning, ...rest])
  }
  try {
    return await load()
  } finally {
    process.emitWarning = emitWarning
  }
}
