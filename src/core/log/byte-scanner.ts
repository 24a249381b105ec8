import { type Automaton, buildAutomaton } from './automaton.ts'
import { createWalker, LONGEST_STRING, type Walker } from './walker.ts'

/**
 * Tells which of many texts occur in bytes, whatever the case of their ASCII letters, at a speed that hardly depends on how many they are.
 * Empty texts and those with a line feed in them occur nowhere.
 */
export interface ByteScanner {
  /**
   * Reads `bytes[start, end)`, no longer than a walker takes, and tells each text that occurs there at least once. Returns the number of
   * line feeds.
   */
  scan(bytes: Uint8Array, start: number, end: number, tell: (text: number) => void): number
  /** This text need not be told any more, and soon costs nothing. */
  forget(text: number): void
}

/** So many hits that tell nothing take as long as making the table anew. */
const WASTED = 200_000
/** A window that was met so often while its text was not is no good: the text gets a longer one. */
const MISLEADING = 100
const SHORTEST_WINDOW = 8
/** One block in so many shows what is common in this log. */
const SAMPLED = 64

export function createByteScanner(texts: readonly string[], walker: Walker = createWalker()): ByteScanner {
  const needles = texts.map(text => new TextEncoder().encode(text).map(fold))
  const wanted = new Set(needles.flatMap((needle, id) => (isFindable(needle) ? [id] : [])))
  const grams = createGramCounts()
  for (const needle of needles) grams.add(needle, 0, needle.length)
  const lengths = new Uint8Array(texts.length).fill(SHORTEST_WINDOW)
  const misses = new Uint32Array(texts.length)
  let watch: Watch | undefined
  let scans = 0
  let wasted = 0

  function prepare(): Watch {
    const prepared = watchFor([...wanted], needles, lengths, grams)
    walker.use(prepared.automaton)
    wasted = 0
    return prepared
  }

  /** A hit that told nothing. */
  function miss(id: number) {
    wasted++
    misses[id] = (misses[id] as number) + 1
    if ((misses[id] as number) < MISLEADING) return
    misses[id] = 0
    lengths[id] = Math.min(LONGEST_STRING, (lengths[id] as number) * 2)
  }

  return {
    scan(bytes, start, end, tell) {
      if (scans++ % SAMPLED === 0) grams.add(bytes, start, end)
      if (wasted > WASTED) watch = undefined
      watch ??= prepare()
      const { automaton, ids, ends } = watch
      return walker.walk(bytes, start, end, (state, place) => {
        for (const i of automaton.endingAt(state)) {
          const id = ids[i] as number
          const from = place + 1 - (ends[i] as number)
          if (wanted.has(id) && stands(needles[id] as Uint8Array, bytes, from, start, end)) tell(id)
          else miss(id)
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
function watchFor(ids: readonly number[], needles: readonly Uint8Array[], lengths: Uint8Array, grams: GramCounts): Watch {
  const starts = ids.map(id => rarestWindow(needles[id] as Uint8Array, lengths[id] as number, grams))
  for (let most = LONGEST_STRING; ; most--) {
    const ends = ids.map((id, i) =>
      Math.min((needles[id] as Uint8Array).length, (starts[i] as number) + Math.min(most, lengths[id] as number)),
    )
    const automaton = buildAutomaton(ids.map((id, i) => (needles[id] as Uint8Array).subarray(starts[i], ends[i])))
    if (automaton) return { automaton, ids, ends }
  }
}

/** Where the window begins that is least likely to stand in a line by chance. */
function rarestWindow(needle: Uint8Array, length: number, grams: GramCounts): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let start = 0; start + length <= needle.length; start++) {
    let likelihood = 0
    for (let i = start; i + 3 <= start + length; i++) likelihood += Math.log2(1 + grams.at(needle, i))
    if (likelihood < least) [best, least] = [start, likelihood]
  }
  return best
}

/** How often each run of three bytes was seen; some share a count. */
interface GramCounts {
  add(bytes: Uint8Array, start: number, end: number): void
  at(bytes: Uint8Array, place: number): number
}

function createGramCounts(): GramCounts {
  const counts = new Uint32Array(1 << 16)
  const index = (gram: number) => Math.imul(gram, 0x9e3779b1) >>> 16
  return {
    add(bytes, start, end) {
      let gram = 0
      for (let i = start; i < end; i++) {
        gram = ((gram << 8) | fold(bytes[i] as number)) & 0xffffff
        const place = index(gram)
        counts[place] = (counts[place] as number) + 1
      }
    },
    at: (bytes, place) =>
      counts[
        index(((bytes[place] as number) << 16) | ((bytes[place + 1] as number) << 8) | (bytes[place + 2] as number))
      ] as number,
  }
}
