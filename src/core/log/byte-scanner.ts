import { type Automaton, buildAutomaton } from './automaton.ts'
import { createWalker, LONGEST_STRING, type Walker } from './walker.ts'

/**
 * Tells which of many texts occur in bytes, whatever the case of their ASCII letters, at a speed that hardly depends on how many they are.
 * Empty texts and those with a line feed in them occur nowhere.
 */
export interface ByteScanner {
  /**
   * Reads `bytes[start, end)`, at most {@link LONGEST_TEXT}, and tells each text that occurs there at least once. Returns the number of
   * line feeds.
   */
  scan(bytes: Uint8Array, start: number, end: number, tell: (text: number) => void): number
  /** This text need not be told any more, and soon costs nothing. */
  forget(text: number): void
}

/** So many hits of forgotten texts take as long as making the table anew. */
const FUTILE = 100_000

export function createByteScanner(texts: readonly string[], walker: Walker = createWalker()): ByteScanner {
  const needles = texts.map(text => new TextEncoder().encode(text).map(fold))
  const windows = chooseWindows(needles)
  const wanted = new Set(needles.flatMap((needle, id) => (isFindable(needle) ? [id] : [])))
  let watch = prepare()
  let futile = 0

  function prepare(): Watch {
    const ids = [...wanted]
    const watch = watchFor(ids, needles, windows)
    walker.use(watch.automaton)
    return watch
  }

  return {
    scan(bytes, start, end, tell) {
      if (futile > FUTILE) {
        watch = prepare()
        futile = 0
      }
      const { automaton, ids, ends } = watch
      return walker.walk(bytes, start, end, (state, place) => {
        for (const i of automaton.endingAt(state)) {
          const id = ids[i] as number
          const from = place + 1 - (ends[i] as number)
          if (!wanted.has(id)) futile++
          else if (stands(needles[id] as Uint8Array, bytes, from, start, end)) tell(id)
        }
      })
    },
    forget: text => {
      wanted.delete(text)
    },
  }
}

const LF = 10
const fold = (byte: number) => (byte >= 65 && byte <= 90 ? byte + 32 : byte)
const isFindable = (needle: Uint8Array) => needle.length > 0 && !needle.includes(LF)

function stands(needle: Uint8Array, bytes: Uint8Array, from: number, start: number, end: number): boolean {
  if (from < start || from + needle.length > end) return false
  for (let i = 0; i < needle.length; i++) if (fold(bytes[from + i] as number) !== needle[i]) return false
  return true
}

/** What the automaton looks for: a short window of each text, given by where it ends in the text. */
interface Watch {
  readonly automaton: Automaton
  readonly ids: readonly number[]
  readonly ends: readonly number[]
}

/** Windows are shorter where they would need too many states. */
function watchFor(ids: readonly number[], needles: readonly Uint8Array[], windows: Uint32Array): Watch {
  for (let length = LONGEST_STRING; ; length--) {
    const ends = ids.map(id => Math.min((needles[id] as Uint8Array).length, (windows[id] as number) + length))
    const automaton = buildAutomaton(ids.map((id, i) => (needles[id] as Uint8Array).subarray(windows[id], ends[i])))
    if (automaton) return { automaton, ids, ends }
  }
}

/** Where in each needle the window begins that has least in common with other needles: it is the least likely to stand in any line. */
function chooseWindows(needles: readonly Uint8Array[]): Uint32Array {
  const uses = new Uint16Array(1 << 16)
  for (const needle of needles)
    for (let i = 0; i + 3 <= needle.length; i++) uses[gramAt(needle, i)] = (uses[gramAt(needle, i)] as number) + 1
  return Uint32Array.from(needles, needle => {
    const shared = Array.from({ length: Math.max(0, needle.length - 2) }, (_, i) => Math.log2(uses[gramAt(needle, i)] as number))
    return indexOfLeastSum(shared, LONGEST_STRING - 2)
  })
}

/** Three bytes, hashed to 16 bits. */
const gramAt = (needle: Uint8Array, i: number) =>
  Math.imul(((needle[i] as number) << 16) | ((needle[i + 1] as number) << 8) | (needle[i + 2] as number), 0x9e3779b1) >>> 16

/** Where the run of so many values begins whose sum is least. */
function indexOfLeastSum(values: readonly number[], run: number): number {
  let sum = values.slice(0, run).reduce((a, b) => a + b, 0)
  let [best, least] = [0, sum]
  for (let i = run; i < values.length; i++) {
    sum += (values[i] as number) - (values[i - run] as number)
    if (sum < least) [best, least] = [i - run + 1, sum]
  }
  return best
}
