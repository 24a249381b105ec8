import { write } from 'node:fs'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Pump {
  /** To be called when the command is over; `unread`: nobody wanted all of its output. */
  drained(): Promise<'read' | 'unread'>
}

/**
 * What a command leaves in the background may keep the pipe open for ever: it is left behind after so long a silence, or when it has printed
 * for so long. By then all that the command itself printed is through: the time that somebody takes to read our output does not count, unless
 * more came than pipes and we can hold, which the command's background must have printed.
 */
const SILENCE_LOOKS = 3
const MOST_LOOKS = 20
const LOOK_MS = 100
const MOST_HELD_BYTES = 4_000_000

/**
 * Carries what a command prints to a file descriptor of ours, a chunk at a time: who reads slowly slows the command, and where nobody reads,
 * nobody reads the command's output either. Not through Node's own streams, which write to pipes in a way that holds the whole process.
 */
export function createPump(from: Readable | null, fd: number, onOutput: (chunk: Uint8Array) => void): Pump {
  if (from === null) return { drained: async () => 'read' }
  let bytes = 0
  let isWriting = false
  const done = carry(from)

  async function carry(source: Readable): Promise<'read' | 'unread'> {
    try {
      for await (const chunk of source) {
        bytes += chunk.length
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

  async function abandoned(): Promise<'read'> {
    const before = bytes
    let seen = bytes
    for (let quiet = 0, looks = 0; quiet < SILENCE_LOOKS && looks < MOST_LOOKS; ) {
      await sleep(LOOK_MS)
      quiet = isWriting || bytes > seen ? 0 : quiet + 1
      if (!isWriting || bytes > before + MOST_HELD_BYTES) looks++
      seen = bytes
    }
    return 'read'
  }

  return {
    async drained() {
      const how = await Promise.race([done, abandoned()])
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
