import { createBlockCutter } from './cut-blocks.ts'
import { type Block, createThinner, LINE_COST, type TellingText, type Thinner, type ThinSizes } from './thin.ts'

/**
 * Reads a log of any size in constant memory and keeps the parts that matter: all of a log that is not large; of a large one its head,
 * its tail, and the blocks in which the most telling texts occur, each text counting less the more often it was seen before.
 */
export interface Keeper {
  /** The chunk may be used for something else afterwards. */
  push(chunk: Uint8Array): void
  end(): Kept
}

/** What was kept, in order. */
export interface Kept {
  readonly blocks: readonly Block[]
  readonly lines: number
  readonly bytes: number
  /** Nothing was left out. */
  readonly isWhole: boolean
}

export interface KeepOptions {
  /** Asked for only when a log turns out to be large. */
  readonly telling: () => readonly TellingText[]
  readonly sizes?: KeptSizes
}

/** In bytes, to which each line adds what it costs. */
export interface KeptSizes extends ThinSizes {
  /** A log up to this size is kept whole. */
  readonly whole: number
}

const SIZES: KeptSizes = { whole: 7 * 1024 * 1024, head: 64 * 1024, tail: 640 * 1024, best: 1024 * 1024 }

export function createKeeper({ telling, sizes = SIZES }: KeepOptions): Keeper {
  const cutter = createBlockCutter(take)
  /** All blocks so far, while the log is not large. */
  let whole: Block[] = []
  let thinner: Thinner | undefined
  let bytes = 0
  let lines = 0
  let isLineOpen = false

  function take(source: Uint8Array, start: number, end: number) {
    const firstLine = lines + 1
    bytes += end - start
    isLineOpen = source[end - 1] !== LF
    if (!thinner && bytes + lines * LINE_COST > sizes.whole) {
      thinner = createThinner(telling(), sizes)
      for (const { firstLine, bytes } of whole) thinner.take(bytes, 0, bytes.length, firstLine)
      whole = []
    }
    if (thinner) lines += thinner.take(source, start, end, firstLine)
    else {
      whole.push({ firstLine, bytes: new Uint8Array(source.subarray(start, end)) })
      lines += lineFeeds(source, start, end)
    }
  }

  return {
    push: cutter.push,
    end() {
      cutter.end()
      return { blocks: thinner ? thinner.end() : whole, lines: lines + (isLineOpen ? 1 : 0), bytes, isWhole: !thinner }
    },
  }
}

const LF = 10

function lineFeeds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let at = bytes.indexOf(LF, start); at !== -1 && at < end; at = bytes.indexOf(LF, at + 1)) count++
  return count
}
