/** Finds which of many texts occur in a line, whatever the case of their ASCII letters. Cheap to make: a command pays for it at its start. */
export interface TextFinder {
  /** The texts that occur in `line`, as indices without repetition, in the order of their ends. Empty texts occur nowhere. */
  find(line: string): readonly number[]
}

/** Most characters of a text's end that are hashed. */
const LONGEST = 4

export function createTextFinder(texts: readonly string[]): TextFinder {
  const index = indexEnds(texts)
  return {
    find: line => findEnds(line, index, texts) ?? NONE,
  }
}

const NONE: readonly number[] = []

/** Texts by their ends. */
interface Index {
  /** Marks the pairs of (coarse) characters with which some text ends: at most characters of a line, none does. */
  readonly lastTwo: Uint8Array
  /** One for each length of ends that occurs. */
  readonly tables: readonly Ends[]
  /** The next text of a chain, counted from 1; 0 is none. */
  readonly next: Uint32Array
}

/** Texts by a hash of their last characters: where each hash begins a chain of texts, counted from 1; 0 is none. */
interface Ends {
  readonly mask: number
  readonly shift: number
  readonly first: Uint32Array
}

const bucketOf = (gram: number, shift: number) => Math.imul(gram, 0x9e3779b1) >>> shift
/** A character as a byte, the same for both cases; different characters may become one. */
const coarse = (code: number) => (code & 0xff) | 0x20

function indexEnds(texts: readonly string[]): Index {
  const lastTwo = new Uint8Array(1 << 16)
  const next = new Uint32Array(texts.length)
  const tables: Ends[] = []
  for (let id = 0; id < texts.length; id++) {
    const text = texts[id] as string
    const length = Math.min(text.length, LONGEST)
    if (length === 0) continue
    let gram = 0
    for (let i = text.length - length; i < text.length; i++) gram = (gram << 8) | coarse(text.charCodeAt(i))
    if (length > 1) lastTwo[gram & 0xffff] = 1
    else for (let before = 0; before < 256; before++) lastTwo[(before << 8) | gram] = 1
    tables[length] ??= emptyTable(length)
    const { first, shift } = tables[length]
    const bucket = bucketOf(gram, shift)
    next[id] = first[bucket] as number
    first[bucket] = id + 1
  }
  return { lastTwo, next, tables: tables.filter(table => table !== undefined) }
}

/** Small where texts are few: of the thousands that rules have, nearly all are long. */
function emptyTable(length: number): Ends {
  const bits = length === LONGEST ? 15 : 10
  return { mask: length === LONGEST ? -1 : (1 << (8 * length)) - 1, shift: 32 - bits, first: new Uint32Array(1 << bits) }
}

function findEnds(line: string, { lastTwo, tables, next }: Index, texts: readonly string[]): number[] | undefined {
  let gram = 0
  let hits: number[] | undefined
  for (let i = 0; i < line.length; i++) {
    gram = (gram << 8) | coarse(line.charCodeAt(i))
    if (lastTwo[gram & 0xffff] === 0) continue
    for (let k = 0; k < tables.length; k++) {
      const { mask, shift, first } = tables[k] as Ends
      for (let entry = first[bucketOf(gram & mask, shift)] as number; entry !== 0; entry = next[entry - 1] as number) {
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
