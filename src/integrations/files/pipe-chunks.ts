import { closeSync, constants, openSync, readSync } from 'node:fs'
import { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { SherpaError } from '../../core/model/trouble.ts'
import { fileTrouble } from './file-trouble.ts'

const WAIT_MS = 3000
const TURN_MS = 20

/** The bytes of a named pipe, such as a shell makes for `<(command)`; refuses one that nobody writes to. */
export async function* pipeChunks(path: string, waitMs = WAIT_MS): AsyncGenerator<Uint8Array> {
  let fd: number
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (cause) {
    throw fileTrouble(path, cause)
  }
  const first = Buffer.alloc(64 * 1024)
  let read = 0
  try {
    // Without a writer a read ends at once; with one that is silent it would block.
    for (let waited = 0; ; waited += TURN_MS) {
      read = readSync(fd, first)
      if (read > 0) break
      if (waited >= waitMs)
        throw new SherpaError({
          code: 'pipe-idle',
          kind: 'world',
          message: `nobody writes to the pipe ${path}`,
          hint: 'start the writer first',
        })
      await setTimeout(TURN_MS)
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EAGAIN') {
      closeSync(fd)
      throw fileTrouble(path, cause)
    }
  }
  if (read > 0) yield first.subarray(0, read)
  for await (const chunk of new Socket({ fd, readable: true, writable: false })) yield chunk as Uint8Array
}
