/** Texts by their ends, in plain arrays of numbers: an index of many thousands can be made beforehand and kept as bytes. */
export interface TextIndex {
  /** By a hash of three (coarse) characters, which tables have a text that ends with them, a bit each: at nearly all places of a line, none has. */
  readonly endings: Uint8Array
  /** One for each length of ends that occurs. */
  readonly tables: readonly Ends[]
  /** The next text of a chain, counted from 1; 0 is none. */
  readonly next: Uint32Array
  /** The characters of all texts, one after the other. */
  readonly codes: Uint16Array
  /** Where each text ends in them. */
  readonly ends: Uint32Array
}

/** Texts by a hash of their last characters: where each hash begins a chain of texts, counted from 1; 0 is none. */
export interface Ends {
  /** Of this table in {@link TextIndex.endings}. */
  readonly bit: number
  readonly mask: number
  readonly shift: number
  readonly first: Uint32Array
}

/** Most characters of a text's end that are hashed. */
const LONGEST = 4

export const bucketOf = (gram: number, shift: number) => Math.imul(gram, 0x9e3779b1) >>> shift
/** A character as a byte, the same for both cases; different characters may become one. */
export const coarse = (code: number) => (code & 0xff) | 0x20

/** Where three characters, the last of a gram, stand in {@link TextIndex.endings}. */
export const endingOf = (gram: number) => Math.imul(gram << 8, 0x9e3779b1) >>> 16

export function indexTexts(texts: readonly string[]): TextIndex {
  const endings = new Uint8Array(1 << 16)
  const next = new Uint32Array(texts.length)
  const tables: Ends[] = []
  for (let id = 0; id < texts.length; id++) {
    const text = texts[id] as string
    const length = Math.min(text.length, LONGEST)
    if (length === 0) continue
    let gram = 0
    for (let i = text.length - length; i < text.length; i++) gram = (gram << 8) | coarse(text.charCodeAt(i))
    tables[length] ??= emptyTable(length)
    const { bit, first, shift } = tables[length]
    for (const three of length < 3 ? longer(gram, length) : [gram])
      endings[endingOf(three)] = (endings[endingOf(three)] as number) | bit
    const bucket = bucketOf(gram, shift)
    next[id] = first[bucket] as number
    first[bucket] = id + 1
  }
  return { endings, next, tables: tables.filter(table => table !== undefined), ...charactersOf(texts) }
}

/** All grams of three characters that end with this shorter one. */
function* longer(gram: number, length: number): Generator<number> {
  for (let before = 0; before < 1 << (8 * (3 - length)); before++) yield (before << (8 * length)) | gram
}

/** Small where texts are few: of the thousands that rules have, nearly all are long. */
function emptyTable(length: number): Ends {
  const bits = length === LONGEST ? 15 : 10
  return {
    bit: 1 << length,
    mask: length === LONGEST ? -1 : (1 << (8 * length)) - 1,
    shift: 32 - bits,
    first: new Uint32Array(1 << bits),
  }
}

function charactersOf(texts: readonly string[]): Pick<TextIndex, 'codes' | 'ends'> {
  const all = texts.join('')
  const codes = new Uint16Array(all.length)
  for (let i = 0; i < all.length; i++) codes[i] = all.charCodeAt(i)
  const ends = new Uint32Array(texts.length)
  let end = 0
  for (let id = 0; id < texts.length; id++) {
    end += (texts[id] as string).length
    ends[id] = end
  }
  return { codes, ends }
}
