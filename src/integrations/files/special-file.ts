import type { Stats } from 'node:fs'
import { SherpaError } from '../../core/model/trouble.ts'

/** Why what is no file is not read: one would wait for a pipe, and a device may never end. */
export const specialFile = (name: string, found: Stats): SherpaError =>
  new SherpaError({
    code: 'file-special',
    kind: 'usage',
    message: `${name} is ${kindOf(found)}, not a log`,
    hint: found.isDirectory() ? 'name the log itself' : 'pipe the log in instead',
  })

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder'
  if (found.isFIFO()) return 'a pipe'
  return found.isSocket() ? 'a socket' : 'a device'
}
