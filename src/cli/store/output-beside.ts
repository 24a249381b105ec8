import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { SherpaError } from '../../core/model/trouble.ts'
import { isUrl } from './named-place.ts'

/** What SQLite keeps in files beside the history belongs to it. */
const PARTS = ['', '-wal', '-shm', '-journal']

/** Refuses to write into the history itself, under whatever name. */
export function checkOutput(output: string, place: string): void {
  if (isUrl(place)) return
  const parts = PARTS.flatMap(end => [place + end, real(place) + end])
  if (!parts.some(part => isSame(part, output))) return
  throw new SherpaError({
    code: 'output-is-store',
    kind: 'usage',
    message: `${output} belongs to the history itself and would be lost`,
    hint: 'name another file to write',
  })
}

/** Two names of one file, be it there or not. */
function isSame(one: string, other: string): boolean {
  if (real(one) === real(other)) return true
  const [first, second] = [one, other].map(path => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev
}

/** Without links, as far as the path is there. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(real(folder), basename(path))
  }
}
