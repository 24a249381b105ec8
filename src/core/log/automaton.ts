/**
 * Finds many literal texts in bytes at once (Aho & Corasick, "Efficient string matching", CACM 18, 1975), without case.
 *
 * The narrow door of the scanner: texts in, a function out that walks bytes. Bytes that no text uses share one class, so the
 * table stays small; a hit or a line feed is told by the sign of the next state, so that the loop tests one thing a byte.
 */
export interface Automaton {
  /** How many texts it looks for. */
  readonly size: number
  /**
   * Walks `bytes[start, end)` and adds to `counts[i]` for every hit of text `i`. Texts do not reach across line feeds nor across calls.
   * Returns the number of line feeds.
   */
  scan(bytes: Uint8Array, start: number, end: number, counts: Uint32Array): number
  /** The texts that occur in a string, as indices in ascending order of first hit, without repetition. */
  find(text: string): number[]
}

const LF = 10
const fold = (code: number) => (code >= 65 && code <= 90 ? code + 32 : code)

export function createAutomaton(texts: readonly string[]): Automaton {
  const needles = texts.map(text => [...new TextEncoder().encode(text)].map(fold))
  const { classOf, width } = byteClasses(needles)
  const trie = buildTrie(needles, classOf, width)
  const { table, outputs } = flatten(trie, classOf[LF] as number, width)
  const beyondAscii = needles.some(needle => needle.some(byte => byte >= 128))

  function scan(bytes: Uint8Array, start: number, end: number, counts: Uint32Array): number {
    let state = 0
    let lines = 0
    for (let i = start; i < end; i++) {
      const next = table[state + (classOf[bytes[i] as number] as number)] as number
      if (next >= 0) {
        state = next
        continue
      }
      state = ~next
      const found = outputs[state / width] as Uint16Array | undefined
      if (found === undefined) lines++
      else for (let k = 0; k < found.length; k++) (counts[found[k] as number] as number)++
    }
    return lines
  }

  function find(text: string): number[] {
    let state = 0
    let hits: number[] | undefined
    const walk = (cls: number) => {
      const next = table[state + cls] as number
      state = next >= 0 ? next : ~next
      const found = next >= 0 ? undefined : outputs[state / width]
      if (found === undefined) return
      hits ??= []
      for (const hit of found) if (!hits.includes(hit)) hits.push(hit)
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code < 128) walk(classOf[code] as number)
      else if (!beyondAscii) walk(0)
      else {
        const point = text.codePointAt(i) as number
        if (point > 0xffff) i++
        for (const byte of utf8(point)) walk(classOf[byte] as number)
      }
    }
    return hits ?? NONE
  }

  return { size: texts.length, scan, find }
}

const NONE: number[] = []

/** The bytes of a character of two bytes or more. */
const utf8 = (point: number): number[] =>
  point < 0x800
    ? [0xc0 | (point >> 6), 0x80 | (point & 63)]
    : point < 0x10000
      ? [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)]
      : [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)]

/** Gives every byte that some text uses a class of its own (upper and lower case share one); all others are class 0. */
function byteClasses(needles: readonly number[][]): { classOf: Uint8Array; width: number } {
  const classOf = new Uint8Array(256)
  let width = 1
  for (const byte of [LF, ...needles.flat()]) if (classOf[byte] === 0) classOf[byte] = width++
  for (let upper = 65; upper <= 90; upper++) classOf[upper] = classOf[upper + 32] as number
  return { classOf, width }
}

interface Node {
  readonly next: Int32Array
  readonly out: number[]
  fail: number
}

function buildTrie(needles: readonly number[][], classOf: Uint8Array, width: number): Node[] {
  const node = (): Node => ({ next: new Int32Array(width).fill(-1), out: [], fail: 0 })
  const nodes = [node()]
  needles.forEach((needle, id) => {
    let at = 0
    for (const byte of needle) {
      const next = (nodes[at] as Node).next
      const cls = classOf[byte] as number
      if (next[cls] === -1) next[cls] = nodes.push(node()) - 1
      at = next[cls] as number
    }
    if (at !== 0) (nodes[at] as Node).out.push(id)
  })
  return nodes
}

/** Turns the trie into one table of absolute next states; those with something to tell are stored as their complement. */
function flatten(nodes: readonly Node[], lineFeed: number, width: number) {
  const order = breadthFirst(nodes)
  for (const at of order) resolveFailures(nodes, at, width)
  const table = new Int32Array((nodes.length + 1) * width)
  const fed = nodes.length
  const target = (state: number) => {
    const node = nodes[state] as Node
    return node.out.length > 0 ? ~(state * width) : state * width
  }
  nodes.forEach((node, at) => {
    for (let cls = 0; cls < width; cls++) table[at * width + cls] = target(node.next[cls] as number)
  })
  table.copyWithin(fed * width, 0, width)
  for (let at = 0; at <= fed; at++) table[at * width + lineFeed] = ~(fed * width)
  const outputs = nodes.map(node => (node.out.length > 0 ? Uint16Array.from(node.out) : undefined))
  return { table, outputs }
}

function breadthFirst(nodes: readonly Node[]): number[] {
  const order = [0]
  for (let i = 0; i < order.length; i++)
    for (const child of (nodes[order[i] as number] as Node).next) if (child > 0) order.push(child)
  return order
}

/** Fills in where a state goes on a byte it has no child for: where its longest proper suffix would go. */
function resolveFailures(nodes: readonly Node[], at: number, width: number) {
  const node = nodes[at] as Node
  const failed = nodes[node.fail] as Node
  if (at !== 0) node.out.push(...failed.out.filter(id => !node.out.includes(id)))
  for (let cls = 0; cls < width; cls++) {
    const child = node.next[cls] as number
    const fallback = at === 0 ? 0 : (failed.next[cls] as number)
    if (child === -1) node.next[cls] = fallback
    else (nodes[child] as Node).fail = fallback
  }
}
