/**
 * A table that finds many short byte strings at once, a step a byte (Aho & Corasick, "Efficient string matching", CACM 18, 1975),
 * without regard to the case of ASCII letters. A line feed begins anew.
 */
export interface Automaton {
  /**
   * `table[state * CLASSES + classOf[byte]]` is the next state; the first is 0. The complement of a state is stored where some string
   * may have ended.
   */
  readonly table: Int16Array
  /** Bytes that no string uses share class 0; rare ones share a class too, so that an end has to be checked. */
  readonly classOf: Uint8Array
  /** Which strings may have ended in a state, as indices. */
  endingAt(state: number): readonly number[]
}

/** Next states a state: a row of the table is two cache lines. */
export const CLASSES = 64

/** Or undefined where the strings need more states than the table can number. Empty strings are never found. */
export function buildAutomaton(strings: readonly Uint8Array[]): Automaton | undefined {
  const classOf = classesOf(strings)
  const grown = buildTrie(strings, classOf)
  if (!grown) return undefined
  const trie = numberByDepth(grown)
  const fails = completeTrie(trie)
  const ends = suffixEnds(trie, fails)
  markEnds(trie, ends)
  return { table: trie.table, classOf, endingAt: state => ends[state] ?? NONE }
}

const NONE: readonly number[] = []
const MAX_STATES = 0x7fff
const LF = 10

const fold = (byte: number) => (byte >= 65 && byte <= 90 ? byte + 32 : byte)

/** The most frequent bytes get a class of their own, the others share the last; the line feed has that of unused bytes. */
function classesOf(strings: readonly Uint8Array[]): Uint8Array {
  const uses = new Uint32Array(256)
  for (const string of strings) for (const byte of string) uses[fold(byte)] = (uses[fold(byte)] as number) + 1
  uses[LF] = 0
  const classOf = new Uint8Array(256)
  const used = [...uses.keys()]
    .filter(byte => (uses[byte] as number) > 0)
    .sort((a, b) => (uses[b] as number) - (uses[a] as number))
  used.forEach((byte, i) => {
    classOf[byte] = Math.min(i + 1, CLASSES - 1)
  })
  for (let upper = 65; upper <= 90; upper++) classOf[upper] = classOf[upper + 32] as number
  return classOf
}

interface Trie {
  readonly table: Int16Array
  readonly states: number
  /** The state in which each string ends; 0 for one that cannot be found. */
  readonly ends: Int16Array
}

function buildTrie(strings: readonly Uint8Array[], classOf: Uint8Array): Trie | undefined {
  const most = Math.min(MAX_STATES, 1 + strings.reduce((sum, { length }) => sum + length, 0))
  const table = new Int16Array(most * CLASSES)
  const ends = new Int16Array(strings.length)
  let states = 1
  for (const [id, string] of strings.entries()) {
    if (string.includes(LF)) continue
    let state = 0
    for (const byte of string) {
      const place = state * CLASSES + (classOf[byte] as number)
      if (table[place] === 0) {
        if (states === most) return undefined
        table[place] = states++
      }
      state = table[place] as number
    }
    ends[id] = state
  }
  return { table: table.subarray(0, states * CLASSES), states, ends }
}

/** The same with states numbered by their depth: those near the first one, where most steps lead, lie together. */
function numberByDepth({ table, states, ends }: Trie): Trie {
  const order = new Int16Array(states)
  const numberOf = new Int16Array(states)
  const ordered = new Int16Array(table.length)
  let known = 1
  for (let number = 0; number < states; number++) {
    const row = (order[number] as number) * CLASSES
    for (let cls = 1; cls < CLASSES; cls++) {
      const child = table[row + cls] as number
      if (child === 0) continue
      ordered[number * CLASSES + cls] = known
      numberOf[child] = known
      order[known++] = child
    }
  }
  return { table: ordered, states, ends: ends.map(state => numberOf[state] as number) }
}

/** Fills in where a state goes on a byte that continues none of its strings: where its longest proper suffix, which it returns, would go. */
function completeTrie({ table, states }: Trie): Int16Array {
  const fails = new Int16Array(states)
  for (let state = 1; state < states; state++) {
    const row = state * CLASSES
    const failRow = (fails[state] as number) * CLASSES
    for (let cls = 1; cls < CLASSES; cls++) {
      const child = table[row + cls] as number
      const fallback = table[failRow + cls] as number
      if (child === 0) table[row + cls] = fallback
      else fails[child] = fallback
    }
  }
  return fails
}

/** For each state the strings that end in it or in one of its suffixes. */
function suffixEnds({ states, ends }: Trie, fails: Int16Array): readonly (readonly number[] | undefined)[] {
  const own: (number[] | undefined)[] = []
  ends.forEach((state, id) => {
    if (state !== 0) own[state] = [...(own[state] ?? []), id]
  })
  const all: (readonly number[] | undefined)[] = []
  for (let state = 1; state < states; state++) {
    const inherited = all[fails[state] as number]
    const mine = own[state]
    all[state] = mine && inherited ? [...mine, ...inherited] : (mine ?? inherited)
  }
  return all
}

function markEnds({ table }: Trie, ends: readonly (readonly number[] | undefined)[]) {
  for (let place = 0; place < table.length; place++) {
    const next = table[place] as number
    if (ends[next] !== undefined) table[place] = ~next
  }
}
