import { loadBetterSqlite } from './better-sqlite.ts'
import type { OpenFile } from './database.ts'
import { loadNodeSqlite } from './node-sqlite.ts'

/** The addon where it is installed, else what Node brings along. */
export const loadSqlite = async (): Promise<OpenFile> => (await loadBetterSqlite()) ?? loadNodeSqlite()
