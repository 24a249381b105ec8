import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createDatabase } from './database.ts'
import { loadSqlite } from './load.ts'
import { isDamaged } from './trouble.ts'

/** Stands between the name of a file and when it was set aside. */
const DAMAGED = '.damaged-'
/** Stands behind the name of a file whose ledger goes on in the one beside it. */
const RESCUED = '.rescued'

/** Gives a damaged file another name, with all that belongs to it; returns that name. */
export function setAside(path: string, now: Date): string {
  const stamp = now.toISOString().replace(/[:.]/g, '-')
  const aside = freeName(`${path}${DAMAGED}${stamp}`)
  for (const end of ['-wal', '-shm', '']) if (existsSync(path + end)) renameSync(path + end, aside + end)
  return aside
}

/** The same where the file is damaged indeed: another process may have set it aside before. Returns undefined where it is sound. */
export async function setAsideDamaged(path: string, now: Date): Promise<string | undefined> {
  return existsSync(path) && (await isUnsound(path)) ? setAside(path, now) : undefined
}

/**
 * The damaged files that were set aside from a place and lie there still, of which nobody has said that what they knew goes on: see
 * {@link markRescued}. Throws where the folder cannot be read.
 */
export function unrescued(path: string): readonly string[] {
  const folder = dirname(path)
  const names = existsSync(folder) ? readdirSync(folder) : []
  const beside = new Set(names)
  const isOne = (name: string) => name.startsWith(basename(path) + DAMAGED) && !/(?:-wal|-shm|\.rescued)$/.test(name)
  return names.filter(name => isOne(name) && !beside.has(name + RESCUED)).map(name => join(folder, name))
}

/** Says of a file, where it was set aside from that place, that what it knew goes on there; the file itself stays as it is. */
export function markRescued(aside: string, path: string): void {
  if (unrescued(path).includes(aside)) writeFileSync(aside + RESCUED, '')
}

async function isUnsound(path: string): Promise<boolean> {
  try {
    const database = createDatabase(path, await loadSqlite())
    try {
      const [found] = database.prepare('pragma integrity_check(1)').all([])
      return (found as { readonly integrity_check: string }).integrity_check !== 'ok'
    } finally {
      database.close()
    }
  } catch (error) {
    if (isDamaged(error)) return true
    throw error
  }
}

function freeName(wanted: string): string {
  let name = wanted
  for (let i = 2; existsSync(name); i++) name = `${wanted}-${i}`
  return name
}
