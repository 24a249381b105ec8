/** Cuts bytes that come in chunks into blocks of whole lines. Where the cuts are does not depend on the chunks. */
export interface BlockCutter {
  push(chunk: Uint8Array): void
  end(): void
}

/** Told each block: `bytes[start, end)`, valid during the call only. */
export type TakeBlock = (bytes: Uint8Array, start: number, end: number) => void

/** A block holds as many whole lines as fit. */
export const BLOCK = 16 * 1024
/** A line that is longer than a block is a block of its own; one that is longer than this is cut. */
export const MAX_LINE = 256 * 1024

const LF = 10

export function createBlockCutter(take: TakeBlock): BlockCutter {
  const held = new Uint8Array(MAX_LINE)
  let length = 0

  /** Completes the block whose beginning is held; returns how much of the chunk that took. */
  function complete(chunk: Uint8Array): number {
    const before = length
    const missing = (before < BLOCK ? BLOCK : MAX_LINE) - before
    held.set(chunk.subarray(0, missing), before)
    length = Math.min(before + missing, before + chunk.length)
    const cut = nextCut(held, 0, length)
    if (cut === undefined) return length - before
    take(held, 0, cut)
    const used = Math.max(0, cut - before)
    length = Math.max(0, before - cut)
    held.copyWithin(0, cut, before)
    return used
  }

  return {
    push(chunk) {
      let start = 0
      while (length > 0 && start < chunk.length) start += complete(chunk.subarray(start))
      for (;;) {
        const cut = nextCut(chunk, start, chunk.length)
        if (cut === undefined) break
        take(chunk, start, cut)
        start = cut
      }
      if (start === chunk.length) return
      held.set(chunk.subarray(start))
      length = chunk.length - start
    },
    end() {
      if (length > 0) take(held, 0, length)
      length = 0
    },
  }
}

/** Where the block ends that begins at `start`; undefined where that depends on what follows `end`. */
function nextCut(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (end - start < BLOCK) return undefined
  const last = bytes.subarray(start, start + BLOCK).lastIndexOf(LF)
  if (last !== -1) return start + last + 1
  const next = bytes.subarray(start + BLOCK, Math.min(end, start + MAX_LINE)).indexOf(LF)
  if (next !== -1) return start + BLOCK + next + 1
  return end - start < MAX_LINE ? undefined : start + MAX_LINE
}
