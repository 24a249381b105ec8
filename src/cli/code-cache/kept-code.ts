import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isPrivate, makePrivate } from './code-folder.ts'

/** Other versions, of sherpa and of Node, whose code is kept beside. */
const MOST_KEPT = 4

/**
 * The bytes that were kept under this path; undefined where there are none, where they are damaged, or where somebody else could have put them
 * there. V8 believes what it is given and dies of a bit that flipped, so they are kept twice: to compare them is faster than any sum.
 */
export function readKept(path: string): Buffer | undefined {
  try {
    return isPrivate(dirname(path)) ? half(readFileSync(path)) : undefined
  } catch {
    return undefined
  }
}

function half(twice: Buffer): Buffer | undefined {
  const length = twice.length / 2
  const first = twice.subarray(0, length)
  return Number.isInteger(length) && first.equals(twice.subarray(length)) ? first : undefined
}

/** Keeps them, whole or not at all. Nothing is lost where that cannot be, so nothing is said. */
export function keep(path: string, bytes: Uint8Array): void {
  try {
    const folder = dirname(path)
    makePrivate(folder)
    if (!isPrivate(folder)) return
    const unfinished = `${path}.${process.pid}`
    writeFileSync(unfinished, Buffer.concat([bytes, bytes]), { mode: 0o600 })
    renameSync(unfinished, path)
    forgetOldest(folder)
  } catch {}
}

function forgetOldest(folder: string) {
  const ages = readdirSync(folder).map(name => ({ name, ms: statSync(join(folder, name)).mtimeMs }))
  for (const { name } of ages.sort((a, b) => b.ms - a.ms).slice(MOST_KEPT)) rmSync(join(folder, name))
}
