import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { sqliteTrouble } from './trouble.ts'

/** Makes a folder and those above it. Node's own way never ends where a folder that is there takes none inside, as in /proc. */
export function makeFolder(path: string): void {
  const missing: string[] = []
  try {
    for (let folder = path; !isFolder(folder) && dirname(folder) !== folder; folder = dirname(folder)) missing.push(folder)
    for (const folder of missing.reverse()) make(folder)
  } catch (error) {
    throw sqliteTrouble(error, path)
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

function make(folder: string) {
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw error
  }
}
