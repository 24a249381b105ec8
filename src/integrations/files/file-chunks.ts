import type { Tell } from '../../core/gather/log-source.ts'
import { fileTrouble } from './file-trouble.ts'
import { closeFile, openToRead, readInto, statOfOpen } from './node-files.ts'

const CHUNK = 1024 * 1024

/**
 * A regular file's bytes from an offset on, up to the size it has when opened, while the next piece is read ahead. A chunk is valid until the
 * next one is asked for.
 */
export async function* fileChunks(path: string, tell: Tell, start = 0): AsyncGenerator<Uint8Array> {
  const file = await openFile(path)
  try {
    const { size } = await statOfOpen(file)
    // A folder may hold thousands of small files.
    const room = size === 0 ? CHUNK : Math.min(CHUNK, Math.max(1, size - start))
    const buffers = [new Uint8Array(room), new Uint8Array(room)] as const
    // Files of /proc and the like say 0 and have content.
    const end = size === 0 ? Number.POSITIVE_INFINITY : size
    let at = start
    let next = readAt(file, buffers[0], at, end)
    for (let turn = 1; ; turn++) {
      const chunk = await next
      if (chunk.length === 0) break
      at += chunk.length
      next = readAt(file, buffers[turn % 2 === 0 ? 0 : 1], at, end)
      next.catch(() => {})
      yield chunk
    }
    if (at < size) tell({ code: 'input-shrank', text: `${path} shrank while it was read: ${at} of ${size} bytes were there.` })
    else if (size > 0 && (await statOfOpen(file)).size > size)
      tell({ code: 'input-grew', text: `${path} grew while it was read; this is about its first ${size} bytes.` })
  } catch (cause) {
    throw fileTrouble(path, cause)
  } finally {
    await closeFile(file)
  }
}

const openFile = (path: string) => openToRead(path).catch((cause: unknown) => Promise.reject(fileTrouble(path, cause)))

async function readAt(file: number, buffer: Uint8Array, at: number, end: number): Promise<Uint8Array> {
  const length = Math.min(buffer.length, end - at)
  if (length <= 0) return buffer.subarray(0, 0)
  return buffer.subarray(0, await readInto(file, buffer, length, at))
}

/** The bytes of a file between two offsets: what a reader of archives needs. */
export async function readRange(path: string, start: number, length: number): Promise<Uint8Array> {
  const file = await openFile(path)
  try {
    return await readAt(file, new Uint8Array(length), start, start + length)
  } catch (cause) {
    throw fileTrouble(path, cause)
  } finally {
    await closeFile(file)
  }
}
