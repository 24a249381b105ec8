import { fstatSync, statSync, writeSync } from 'node:fs'
import { SherpaError } from '../../core/model/trouble.ts'
import { wantsColour } from './colour.ts'

/** A place to write to: a terminal, a pipe or a file. */
export interface Screen {
  write(text: string): void
  /** Whether everything is written: the process may end at once. */
  readonly isDone: boolean
  readonly isTTY: boolean
  /** Width in characters, where it is a terminal. */
  readonly columns: number | undefined
  readonly colour: boolean
}

/** The part of a Node stream that a screen needs. */
export interface Stream {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  write(text: string | Uint8Array): unknown
}

/**
 * Wraps a standard stream. Pipes and files are written by file descriptor: nothing is lost when the process ends, and the stream
 * (2.5 ms of start-up) is opened only for a terminal, or for a pipe that cannot take everything at once.
 */
export function createScreen(fd: 1 | 2, open: () => Stream, variables: Readonly<Record<string, string | undefined>>): Screen {
  const isTTY = () => mayBeTerminal(fd) && open().isTTY === true
  let isFull = false

  function write(text: string) {
    let rest: Uint8Array = Buffer.from(text)
    try {
      while (!isFull && rest.length > 0) rest = rest.subarray(writeSync(fd, rest))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      if (error.code === 'EPIPE') return
      if (error.code !== 'EAGAIN') throw outputLost(error)
      isFull = true
    }
    if (rest.length > 0) open().write(rest)
  }

  return {
    write,
    get isDone() {
      return !isFull
    },
    get isTTY() {
      return isTTY()
    },
    get columns() {
      return isTTY() ? open().columns : undefined
    },
    get colour() {
      return wantsColour(variables, isTTY)
    },
  }
}

/** Terminals are devices, and so is the null device, for which no stream need be opened. */
function mayBeTerminal(fd: number): boolean {
  const file = fstatSync(fd)
  return file.isCharacterDevice() && file.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev
}

const outputLost = (cause: Error & { code: unknown }) =>
  new SherpaError(
    {
      code: 'output-lost',
      kind: 'world',
      message: `the output could not be written: ${cause.code}`,
      hint: 'look at the place that stdout leads to',
    },
    { cause },
  )
