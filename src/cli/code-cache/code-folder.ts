import { lstatSync, mkdirSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import type { Variables } from '../environment.ts'

/**
 * Where compiled code may be kept: a folder of the user alone, as it is run unseen. Undefined where the user wants none (Node's own variable
 * says so) or the environment names no place.
 */
export function codeFolder({ NODE_DISABLE_COMPILE_CACHE: off, XDG_CACHE_HOME, HOME }: Variables): string | undefined {
  if (off) return undefined
  const caches = XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : HOME && isAbsolute(HOME) && join(HOME, '.cache')
  return caches ? join(caches, 'sherpa', 'code') : undefined
}

/** Whether it is a folder that belongs to this user, and into which nobody else may look or write. Not where files have no owners. */
export function isPrivate(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.geteuid?.() && (found.mode & 0o077) === 0
}

/** Makes it, unless it would have to be made in somebody else's (`sudo` keeps HOME). Throws where that fails. */
export function makePrivate(folder: string): void {
  let above = dirname(folder)
  for (let found = ownerOf(above); found !== process.geteuid?.(); found = ownerOf(above)) {
    if (found !== undefined) throw new Error(`${above} is somebody else's`)
    above = dirname(above)
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

const ownerOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.uid
