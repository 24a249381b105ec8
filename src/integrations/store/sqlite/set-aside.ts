import { existsSync, renameSync } from 'node:fs'
import { createDatabase } from './database.ts'
import { loadSqlite } from './load.ts'
import { isDamaged } from './trouble.ts'

/** Gives a damaged file another name, with all that belongs to it; returns that name. */
export function setAside(path: string, now: Date): string {
  const stamp = now.toISOString().replace(/[:.]/g, '-')
  const aside = freeName(`${path}.damaged-${stamp}`)
  for (const end of ['-wal', '-shm', '']) if (existsSync(path + end)) renameSync(path + end, aside + end)
  return aside
}

/** The same where the file is damaged indeed: another process may have set it aside before. Returns undefined where it is sound. */
export async function setAsideDamaged(path: string, now: Date): Promise<string | undefined> {
  return existsSync(path) && (await isUnsound(path)) ? setAside(path, now) : undefined
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
