import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SherpaError } from '../../core/model/trouble.ts'

/** What a command prints to. */
export interface Outlet {
  /** To be given to the command. */
  readonly stdio: 'pipe' | Descriptor
  /** What comes out at our end; null: it comes out of the child itself. */
  readonly source: Socket | null
  /** To be called when the command has its own copy of our end. */
  handOver(): void
}

/** Any descriptor; execa's types know those up to 9. */
type Descriptor = 9

/** Node's own pipes to children. */
const SOCKET: Outlet = { stdio: 'pipe', source: null, handOver: () => {} }

/**
 * A real pipe. What Node gives to children is a socket: `> /dev/stderr` fails on it, and who writes when nobody reads is told something else
 * (https://github.com/nodejs/node/issues/33612). Where there is no `mkfifo` or no place for one, it has to do.
 */
export async function openPipe(onTrouble: (trouble: SherpaError) => void): Promise<Outlet> {
  const { execa } = await import('execa')
  let folder: string | undefined
  try {
    folder = mkdtempSync(join(tmpdir(), 'sherpa-run-'))
    const path = join(folder, 'pipe')
    const { failed } = await execa('mkfifo', ['-m', '600', path], { reject: false, stdio: 'ignore' })
    if (failed) return SOCKET
    const ours = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const theirs = openSync(path, constants.O_WRONLY)
    const source = new Socket({ fd: ours, readable: true, writable: false })
    return { stdio: theirs as Descriptor, source, handOver: () => closeSync(theirs) }
  } catch (cause) {
    onTrouble(noPipe(cause))
    return SOCKET
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

function noPipe(cause: unknown): SherpaError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
  const message = `no pipe could be made in ${tmpdir()}: ${reason}; the command printed to sockets`
  const hint = 'set TMPDIR to a folder that can be written to'
  return new SherpaError({ code: 'no-pipe', kind: 'world', message, hint }, { cause })
}
