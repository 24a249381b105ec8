import { createByteScanner } from './byte-scanner.ts'
import { BLOCK } from './cut-blocks.ts'

/** Whole lines (but for a monstrous one, which is cut): `bytes` starts with line number `firstLine`. */
export interface Block {
  readonly firstLine: number
  readonly bytes: Uint8Array
}

/** A text whose occurrence makes a part of a log worth keeping, and how much. */
export interface TellingText {
  readonly text: string
  readonly weight: number
}

/** What is kept of a large log, in bytes: its beginning, its end, and the best blocks between them. */
export interface ThinSizes {
  readonly head: number
  readonly tail: number
  readonly best: number
}

/** Keeps the most telling blocks of a log; each text counts less the more blocks it was seen in before. */
export interface Thinner {
  /** Takes the next block, `bytes[start, end)`, and copies what it keeps. Returns the number of line feeds. */
  take(bytes: Uint8Array, start: number, end: number, firstLine: number): number
  /** What was kept, in order. */
  end(): readonly Block[]
}

/** A text that stands in so many blocks tells nothing any more. */
const COMMON = 16

/** What a line costs beside its bytes once it is read: a log of nothing but line feeds is large, too. */
export const LINE_COST = 40

interface Scored extends Block {
  /** Bytes, and what its lines cost. */
  readonly cost: number
  readonly order: number
  readonly score: number
}

export function createThinner(telling: readonly TellingText[], sizes: ThinSizes): Thinner {
  const scanner = createByteScanner(telling.map(({ text }) => text))
  const blocksWith = new Uint32Array(telling.length)
  const lastSeenIn = new Uint32Array(telling.length)
  const buffers = createBuffers()
  const head: Scored[] = []
  const best = createBest(sizes.best, buffers.giveBack)
  const tail: Scored[] = []
  let headBytes = 0
  let tailBytes = 0
  let order = 0
  let score = 0

  function weigh(text: number) {
    if (lastSeenIn[text] === order) return
    lastSeenIn[text] = order
    const seen = blocksWith[text] as number
    score += (telling[text] as TellingText).weight / (1 + seen)
    blocksWith[text] = seen + 1
    if (seen + 1 === COMMON) scanner.forget(text)
  }

  return {
    take(bytes, start, end, firstLine) {
      order++
      score = 0
      const lines = scanner.scan(bytes, start, end, weigh)
      const cost = end - start + lines * LINE_COST
      const block = { firstLine, bytes: buffers.copy(bytes, start, end), order, score, cost }
      if (headBytes < sizes.head) {
        head.push(block)
        headBytes += cost
        return lines
      }
      tail.push(block)
      tailBytes += cost
      while (tailBytes > sizes.tail && tail.length > 1) {
        const left = tail.shift() as Scored
        tailBytes -= left.cost
        best.offer(left)
      }
      return lines
    },
    end: () =>
      [...head, ...best.all(), ...tail].sort((a, b) => a.order - b.order).map(({ firstLine, bytes }) => ({ firstLine, bytes })),
  }
}

/** Holds the highest-scored blocks within a budget of bytes; of equals, the earlier one. */
function createBest(budget: number, drop: (bytes: Uint8Array) => void) {
  const kept: Scored[] = []
  let size = 0
  let floor = -1

  function offer(block: Scored) {
    if (block.score <= floor) return drop(block.bytes)
    kept.push(block)
    size += block.cost
    if (size > budget * 1.5) trim()
  }

  function trim() {
    kept.sort((a, b) => b.score - a.score || a.order - b.order)
    size = 0
    const fitting = kept.findIndex(block => {
      if (size + block.cost > budget) return true
      size += block.cost
      return false
    })
    if (fitting === -1) return
    floor = (kept[fitting] as Scored).score
    for (const { bytes } of kept.splice(fitting)) drop(bytes)
  }

  return {
    offer,
    all: () => {
      trim()
      return kept
    },
  }
}

/** Copies of blocks, in buffers that are used again: most blocks of a large log are soon dropped. */
function createBuffers() {
  const free: ArrayBuffer[] = []
  return {
    copy(bytes: Uint8Array, start: number, end: number): Uint8Array {
      if (end - start > BLOCK) return new Uint8Array(bytes.subarray(start, end))
      const copy = new Uint8Array(free.pop() ?? new ArrayBuffer(BLOCK), 0, end - start)
      copy.set(bytes.subarray(start, end))
      return copy
    },
    giveBack({ buffer }: Uint8Array) {
      if (buffer instanceof ArrayBuffer && buffer.byteLength === BLOCK) free.push(buffer)
    },
  }
}
