/** Finds which of many texts occur in a line, whatever the case of their ASCII letters. Cheap to make: a command pays for it at its start. */
export interface TextFinder {
  /** The texts that occur in `line`, as indices without repetition, in the order of their ends. Empty texts occur nowhere. */
  find(line: string): readonly number[]
}

/** Most characters of a text's end that are hashed. */
const LONGEST = 4

export function createTextFinder(texts: readonly string[]): TextFinder {
  const tables = [1, 2, 3, LONGEST].map(length => hashEnds(texts, length)).filter(table => table !== undefined)
  const lastTwo = markLastTwo(texts)
  return {
    find: line => findEnds(line, tables, lastTwo, texts) ?? NONE,
  }
}

const NONE: readonly number[] = []

/** Texts by a hash of their last characters: where each hash begins a chain of texts, counted from 1; 0 is none. */
interface Ends {
  readonly mask: number
  readonly first: Int32Array
  readonly next: Int32Array
}

const BUCKET_BITS = 16
const bucketOf = (gram: number) => Math.imul(gram, 0x9e3779b1) >>> (32 - BUCKET_BITS)
/** A character as a byte, the same for both cases; different characters may become one. */
const coarse = (code: number) => (code & 0xff) | 0x20

function hashEnds(texts: readonly string[], length: number): Ends | undefined {
  const mask = length === LONGEST ? -1 : (1 << (8 * length)) - 1
  let ends: Ends | undefined
  texts.forEach((text, id) => {
    if (Math.min(text.length, LONGEST) !== length) return
    ends ??= { mask, first: new Int32Array(1 << BUCKET_BITS), next: new Int32Array(texts.length) }
    let gram = 0
    for (let i = text.length - length; i < text.length; i++) gram = (gram << 8) | coarse(text.charCodeAt(i))
    const bucket = bucketOf(gram)
    ends.next[id] = ends.first[bucket] as number
    ends.first[bucket] = id + 1
  })
  return ends
}

/** Marks the pairs of (coarse) characters with which some text ends: at most characters of a line, none does. */
function markLastTwo(texts: readonly string[]): Uint8Array {
  const marks = new Uint8Array(1 << 16)
  for (const text of texts) {
    const last = coarse(text.charCodeAt(text.length - 1))
    if (text.length > 1) marks[(coarse(text.charCodeAt(text.length - 2)) << 8) | last] = 1
    else if (text.length === 1) for (let before = 0; before < 256; before++) marks[(before << 8) | last] = 1
  }
  return marks
}

function findEnds(line: string, tables: readonly Ends[], lastTwo: Uint8Array, texts: readonly string[]): number[] | undefined {
  let gram = 0
  let hits: number[] | undefined
  for (let i = 0; i < line.length; i++) {
    gram = (gram << 8) | coarse(line.charCodeAt(i))
    if (lastTwo[gram & 0xffff] === 0) continue
    for (let k = 0; k < tables.length; k++) {
      const { mask, first, next } = tables[k] as Ends
      for (let entry = first[bucketOf(gram & mask)] as number; entry !== 0; entry = next[entry - 1] as number) {
        if (!endsAt(line, i + 1, texts[entry - 1] as string) || hits?.includes(entry - 1)) continue
        hits ??= []
        hits.push(entry - 1)
      }
    }
  }
  return hits
}

function endsAt(line: string, end: number, text: string): boolean {
  const start = end - text.length
  if (start < 0) return false
  for (let i = 0; i < text.length; i++) if (!isSameLetter(line.charCodeAt(start + i), text.charCodeAt(i))) return false
  return true
}

const isSameLetter = (a: number, b: number) => a === b || ((a ^ b) === 0x20 && (a | 0x20) >= 97 && (a | 0x20) <= 122)
