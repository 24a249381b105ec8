import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { SherpaError } from '../../../core/model/trouble.ts'
import type { OpenDatabase } from './database.ts'
import { sqliteTrouble } from './trouble.ts'

/** https://sqlite.org/fileformat.html#magic_header_string */
const MAGIC = 'SQLite format 3\0'

/** Refuses what is there and cannot be a history, by its first bytes; what is missing or empty becomes one. */
export function checkMagic(path: string): void {
  const found = ifThere(() => statSync(path), path)
  if (found === undefined) return
  if (!found.isFile()) throw foreign(path, 'is no file')
  if (found.size > 0 && headOf(path) !== MAGIC) throw foreign(path, 'is no history of sherpa')
}

/** Refuses a place where nothing is. */
export function checkThere(path: string): void {
  if (ifThere(() => statSync(path), path)) return
  throw new SherpaError({
    code: 'store-missing',
    kind: 'usage',
    message: `there is no history at ${path}`,
    hint: 'check the path',
  })
}

/** Refuses the database of another program: one that has tables, and not those of every history. Reads only. */
export function checkTables(path: string, database: OpenDatabase): void {
  const names = new Set(
    database
      .prepare("select name from sqlite_schema where type = 'table'")
      .all([])
      .map(row => (row as { readonly name: string }).name),
  )
  if (names.size > 0 && !OURS.every(name => names.has(name)))
    throw foreign(path, 'is the database of another program, not a history of sherpa')
}

/** They came into being together, and no version is without them. */
const OURS = ['meta', 'repository', 'workflow', 'run', 'attempt', 'job_name', 'job']

function headOf(path: string): string | undefined {
  const head = Buffer.alloc(MAGIC.length)
  return ifThere(() => {
    const file = openSync(path, 'r')
    try {
      return head.toString('latin1', 0, readSync(file, head, 0, head.length, 0))
    } finally {
      closeSync(file)
    }
  }, path)
}

/** Undefined where nothing is there. */
function ifThere<T>(look: () => T, path: string): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw sqliteTrouble(error, path)
  }
}

const foreign = (path: string, says: string) =>
  new SherpaError({ code: 'not-a-store', kind: 'usage', message: `${path} ${says}`, hint: 'name another file with --store' })
