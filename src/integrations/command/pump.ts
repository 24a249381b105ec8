import { write } from 'node:fs'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Pump {
  /** To be called when the command is over; `unread`: nobody wanted all of its output. */
  drained(): Promise<'read' | 'unread'>
}

/** What a command leaves in the background may keep the pipe open for ever: it is left behind after so long a silence. */
const SILENCE_MS = 300
const LOOKS = 3

/**
 * Carries what a command prints to a file descriptor of ours, a chunk at a time: who reads slowly slows the command, and where nobody reads,
 * nobody reads the command's output either. Not through Node's own streams, which write to pipes in a way that holds the whole process.
 */
export function createPump(from: Readable | null, fd: number, onOutput: (chunk: Uint8Array) => void): Pump {
  if (from === null) return { drained: async () => 'read' }
  let chunks = 0
  let isWriting = false
  const done = carry(from)

  async function carry(source: Readable): Promise<'read' | 'unread'> {
    try {
      for await (const chunk of source) {
        chunks++
        isWriting = true
        onOutput(chunk)
        await writeAll(fd, chunk)
        isWriting = false
      }
      return 'read'
    } catch {
      return 'unread'
    }
  }

  async function silence(): Promise<'read'> {
    let seen = chunks
    for (let quiet = 0; quiet < LOOKS; quiet++) {
      await sleep(SILENCE_MS / LOOKS)
      if (isWriting || chunks > seen) quiet = -1
      seen = chunks
    }
    return 'read'
  }

  return {
    async drained() {
      const how = await Promise.race([done, silence()])
      from.destroy()
      return how
    },
  }
}

const FULL_MS = 5

async function writeAll(fd: number, bytes: Uint8Array): Promise<void> {
  for (let rest = bytes; rest.length > 0; ) {
    const written = await writeSome(fd, rest)
    if (written === 0) await sleep(FULL_MS)
    rest = rest.subarray(written)
  }
}

/** 0 where a pipe is full that does not wait. */
const writeSome = (fd: number, bytes: Uint8Array): Promise<number> =>
  new Promise((resolve, reject) => {
    write(fd, bytes, (error, written) => {
      if (!error) resolve(written)
      else if (error.code === 'EAGAIN') resolve(0)
      else reject(error)
    })
  })
