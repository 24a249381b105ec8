/**
 * Node's calls on files as promises, on a bare descriptor. `node:fs/promises` has the same, but loading it, and the line reader and the
 * watchers that hang on it, takes a millisecond of every start.
 */
import { close, fstat, open, read, type Stats, stat } from 'node:fs'

type Answer<T> = (error: Error | null, value: T) => void

const asked = <T>(call: (answer: Answer<T>) => void): Promise<T> =>
  new Promise((resolve, reject) => call((error, value) => (error ? reject(error) : resolve(value))))

export const statOf = (path: string): Promise<Stats> => asked(answer => stat(path, answer))

/** A descriptor to read from. */
export const openToRead = (path: string): Promise<number> => asked(answer => open(path, 'r', answer))

export const statOfOpen = (file: number): Promise<Stats> => asked(answer => fstat(file, answer))

/** Fills the buffer, at most `length` bytes of it, from an offset on; returns how many bytes there were. */
export const readInto = (file: number, buffer: Uint8Array, length: number, at: number): Promise<number> =>
  asked(answer => read(file, buffer, 0, length, at, answer))

export const closeFile = (file: number): Promise<void> => asked(answer => close(file, error => answer(error ?? null, undefined)))
