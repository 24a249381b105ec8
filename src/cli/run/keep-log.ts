import { closeSync, openSync, writeSync } from 'node:fs'
import { SherpaError } from '../../core/model/trouble.ts'

export interface KeptLog {
  push(chunk: Uint8Array): void
  /** Throws a SherpaError where not all of it could be written. */
  end(): Promise<void>
}

/** Writes what a command prints to a file, as it comes; throws a SherpaError where the file cannot be made. */
export async function keepLog(path: string): Promise<KeptLog> {
  const trouble = (cause: unknown) =>
    new SherpaError(
      { code: 'log-not-kept', kind: 'world', message: `the log could not be written to ${path}: ${codeOf(cause)}` },
      { cause },
    )
  let fd: number
  try {
    fd = openSync(path, 'w')
  } catch (cause) {
    throw trouble(cause)
  }
  let failed: SherpaError | undefined
  return {
    push(chunk) {
      try {
        for (let at = 0; !failed && at < chunk.length; ) at += writeSync(fd, chunk, at)
      } catch (cause) {
        failed = trouble(cause)
      }
    },
    async end() {
      closeSync(fd)
      if (failed) throw failed
    },
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'an error')
