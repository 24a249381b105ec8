/**
 * Node's calls on files as promises, on a bare descriptor. What takes no time is done at once: the threads that Node would ask are started for
 * the first question, and that alone takes a millisecond. `node:fs/promises` would take another to load.
 */
import { closeSync, fstatSync, openSync, read, readSync, type Stats, statSync } from 'node:fs'

export const statOf = async (path: string): Promise<Stats> => statSync(path)

/** A descriptor to read from; not of a pipe, which may let us wait. */
export const openToRead = async (path: string): Promise<number> => openSync(path, 'r')

export const statOfOpen = async (file: number): Promise<Stats> => fstatSync(file)

/** So many bytes are read at once; while more are read, other things go on. */
const AT_ONCE = 256 * 1024

/** Fills the buffer, at most `length` bytes of it, from an offset on; returns how many bytes there were. */
export const readInto = async (file: number, buffer: Uint8Array, length: number, at: number): Promise<number> =>
  length <= AT_ONCE
    ? readSync(file, buffer, 0, length, at)
    : new Promise((resolve, reject) =>
        read(file, buffer, 0, length, at, (error, bytes) => (error ? reject(error) : resolve(bytes))),
      )

export const closeFile = async (file: number): Promise<void> => closeSync(file)
