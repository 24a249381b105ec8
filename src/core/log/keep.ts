import type { Automaton } from './automaton.ts'

/**
 * Reads a log of any size in constant memory and keeps the parts that matter: its head, its tail, and the blocks in which
 * the most telling literals occur, each literal counting less the more often it was seen before.
 */
export interface Keeper {
  push(chunk: Uint8Array): void
  end(): Kept
}

/** What was kept, in order. */
export interface Kept {
  readonly blocks: readonly Block[]
  readonly lines: number
  readonly bytes: number
}

/** Whole lines (but for a monstrous one, which is cut): `bytes` starts with line number `firstLine`. */
export interface Block {
  readonly firstLine: number
  readonly bytes: Uint8Array
}

export interface KeepOptions {
  readonly automaton: Automaton
  /** How telling each text of the automaton is. */
  readonly weights: Float64Array
  readonly budgetBytes?: number
}

const BLOCK = 32 * 1024
const MAX_LINE = 256 * 1024
const HEAD = 128 * 1024
const TAIL = 768 * 1024
const BUDGET = 4 * 1024 * 1024

interface Scored extends Block {
  readonly order: number
  readonly score: number
}

export function createKeeper({ automaton, weights, budgetBytes = BUDGET }: KeepOptions): Keeper {
  const seen = new Float64Array(automaton.size)
  const counts = new Uint32Array(automaton.size)
  const head: Scored[] = []
  const best = createBest(budgetBytes)
  const tail: Scored[] = []
  let rest: Uint8Array = new Uint8Array(0)
  let lines = 0
  let bytes = 0
  let order = 0
  let tailBytes = 0

  function take(source: Uint8Array, start: number, end: number) {
    counts.fill(0)
    const firstLine = lines + 1
    lines += automaton.scan(source, start, end, counts)
    const block = { firstLine, bytes: source.slice(start, end), order: order++, score: worth() }
    if (block.order * BLOCK < HEAD) return void head.push(block)
    tail.push(block)
    tailBytes += end - start
    while (tailBytes > TAIL && tail.length > 1) {
      const left = tail.shift() as Scored
      tailBytes -= left.bytes.length
      best.offer(left)
    }
  }

  function worth(): number {
    let score = 0
    for (let i = 0; i < counts.length; i++) {
      if (counts[i] === 0) continue
      score += (weights[i] as number) / (1 + (seen[i] as number))
      seen[i] = (seen[i] as number) + 1
    }
    return score
  }

  function push(chunk: Uint8Array) {
    bytes += chunk.length
    const data = rest.length === 0 ? chunk : concat(rest, chunk)
    let start = 0
    while (data.length - start >= BLOCK) {
      const cut = lastLineFeed(data, start, start + BLOCK) + 1 || nextLineFeed(data, start + BLOCK) + 1
      if (cut === 0) {
        if (data.length - start < MAX_LINE) break
        take(data, start, start + MAX_LINE)
        start += MAX_LINE
      } else {
        take(data, start, cut)
        start = cut
      }
    }
    rest = data.slice(start)
  }

  function end(): Kept {
    if (rest.length > 0) {
      take(rest, 0, rest.length)
      if (rest[rest.length - 1] !== 10) lines++
      rest = new Uint8Array(0)
    }
    const blocks = [...head, ...best.all(), ...tail].sort((a, b) => a.order - b.order)
    return { blocks: blocks.map(({ firstLine, bytes }) => ({ firstLine, bytes })), lines, bytes }
  }

  return { push, end }
}

/** Holds the highest-scored blocks within a budget of bytes; of equals, the earlier one. */
function createBest(budgetBytes: number) {
  let kept: Scored[] = []
  let size = 0
  let floor = -1

  function offer(block: Scored) {
    if (block.score <= floor) return
    kept.push(block)
    size += block.bytes.length
    if (size > budgetBytes * 1.5) trim()
  }

  function trim() {
    kept.sort((a, b) => b.score - a.score || a.order - b.order)
    const fitting: Scored[] = []
    size = 0
    for (const block of kept) {
      if (size + block.bytes.length > budgetBytes) {
        floor = block.score
        break
      }
      fitting.push(block)
      size += block.bytes.length
    }
    kept = fitting
  }

  return {
    offer,
    all: () => {
      if (size > budgetBytes) trim()
      return kept
    },
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

const nextLineFeed = (data: Uint8Array, from: number) => data.indexOf(10, from)
const lastLineFeed = (data: Uint8Array, from: number, to: number) => {
  const at = data.subarray(from, to).lastIndexOf(10)
  return at === -1 ? -1 : from + at
}
