import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isPrivate, makePrivate } from './code-folder.ts'

/** Other versions, of sherpa and of Node, whose code is kept beside. */
const MOST_KEPT = 4

/** The bytes that were kept under this path; undefined where there are none, or where somebody else could have put them there. */
export function readKept(path: string): Buffer | undefined {
  try {
    return isPrivate(dirname(path)) ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

/** Keeps them, whole or not at all. Nothing is lost where that cannot be, so nothing is said. */
export function keep(path: string, bytes: Uint8Array): void {
  try {
    const folder = dirname(path)
    makePrivate(folder)
    if (!isPrivate(folder)) return
    const unfinished = `${path}.${process.pid}`
    writeFileSync(unfinished, bytes, { mode: 0o600 })
    renameSync(unfinished, path)
    forgetOldest(folder)
  } catch {}
}

function forgetOldest(folder: string) {
  const ages = readdirSync(folder).map(name => ({ name, ms: statSync(join(folder, name)).mtimeMs }))
  for (const { name } of ages.sort((a, b) => b.ms - a.ms).slice(MOST_KEPT)) rmSync(join(folder, name))
}
