import { SherpaError } from '../../core/model/trouble.ts'

/** How much a compressed input may grow to, so that a few kilobytes cannot keep a machine busy for hours. */
export interface Limits {
  /** Of one file, inflated. */
  readonly entryBytes: number
  /** Of everything in one input, inflated. */
  readonly totalBytes: number
  /** Inflated to compressed, looked at only beyond `freeBytes`: short logs of one repeated line may shrink as they like. */
  readonly ratio: number
  readonly freeBytes: number
  /** Files in one folder or archive. */
  readonly files: number
  /** Of a document or report that is read whole. */
  readonly textBytes: number
  /** Of an archive that comes through a pipe and must be held. */
  readonly pipedArchiveBytes: number
}

const MIB = 1024 * 1024

export const LIMITS: Limits = {
  entryBytes: 4096 * MIB,
  totalBytes: 16_384 * MIB,
  ratio: 250,
  freeBytes: 64 * MIB,
  files: 20_000,
  textBytes: 128 * MIB,
  pipedArchiveBytes: 256 * MIB,
}

/** What one input has grown to so far. */
export interface Budget {
  readonly limits: Limits
  /** A check for one file of the input, to be told after each piece how much was read and how much came out in all. */
  entry(name: string): (compressed: number, inflated: number) => void
}

/** `archiveBytes` is the size of the whole input, for the ratio of its total. */
export function createBudget(input: string, limits: Limits, archiveBytes?: number): Budget {
  let total = 0
  return {
    limits,
    entry(name) {
      let before = 0
      return (compressed, inflated) => {
        total += inflated - before
        before = inflated
        if (inflated > limits.entryBytes)
          throw bomb('archive-entry-too-large', `${name} unpacks to more than ${mib(limits.entryBytes)}`)
        if (inflated > limits.freeBytes && inflated > limits.ratio * compressed)
          throw bomb('archive-bomb', `${name} unpacks to more than ${limits.ratio} times its size, as a zip bomb does`)
        if (total > limits.totalBytes)
          throw bomb('archive-too-large', `${input} unpacks to more than ${mib(limits.totalBytes)} in all`)
        if (archiveBytes !== undefined && total > 4 * limits.freeBytes && total > limits.ratio * archiveBytes)
          throw bomb('archive-too-large', `${input} unpacks to more than ${limits.ratio} times its size, as a zip bomb does`)
      }
    },
  }
}

const mib = (bytes: number) => `${Math.round(bytes / MIB)} MiB`
const bomb = (code: string, message: string) =>
  new SherpaError({
    code,
    kind: 'world',
    message,
    hint: 'unpack it yourself, look at what is in it, and name the log that matters',
  })
