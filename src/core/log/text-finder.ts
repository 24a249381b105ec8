import { bucketOf, coarse, type Ends, endingOf, indexTexts, type TextIndex } from './text-index.ts'

/** Finds which of many texts occur in a line, whatever the case of their ASCII letters. Cheap to make: a command pays for it at its start. */
export interface TextFinder {
  /** The texts that occur in `line`, as indices without repetition, in the order of their ends. Empty texts occur nowhere. */
  find(line: string): readonly number[]
}

export const createTextFinder = (texts: readonly string[]): TextFinder => finderWith(indexTexts(texts))

/** The same for texts that are indexed already. */
export const finderWith = (index: TextIndex): TextFinder => ({ find: line => findEnds(line, index) ?? NONE })

const NONE: readonly number[] = []

function findEnds(line: string, index: TextIndex): number[] | undefined {
  const { endings } = index
  let gram = 0
  let hits: number[] | undefined
  for (let i = 0; i < line.length; i++) {
    gram = (gram << 8) | coarse(line.charCodeAt(i))
    if (endings[endingOf(gram)] !== 0) hits = findEndsAt(line, i + 1, gram, index, hits)
  }
  return hits
}

/** Adds the texts that end here to those found before. */
function findEndsAt(
  line: string,
  end: number,
  gram: number,
  index: TextIndex,
  found: number[] | undefined,
): number[] | undefined {
  const { endings, tables, next } = index
  const asked = endings[endingOf(gram)] as number
  let hits = found
  for (let k = 0; k < tables.length; k++) {
    const { bit, mask, shift, first } = tables[k] as Ends
    if ((asked & bit) === 0) continue
    for (let entry = first[bucketOf(gram & mask, shift)] as number; entry !== 0; entry = next[entry - 1] as number) {
      if (!endsAt(line, end, entry - 1, index) || hits?.includes(entry - 1)) continue
      hits ??= []
      hits.push(entry - 1)
    }
  }
  return hits
}

function endsAt(line: string, end: number, text: number, { codes, ends }: TextIndex): boolean {
  const from = text === 0 ? 0 : (ends[text - 1] as number)
  const to = ends[text] as number
  const start = end - (to - from)
  if (start < 0) return false
  for (let i = from; i < to; i++) if (!isSameLetter(line.charCodeAt(start + i - from), codes[i] as number)) return false
  return true
}

const isSameLetter = (a: number, b: number) => a === b || ((a ^ b) === 0x20 && (a | 0x20) >= 97 && (a | 0x20) <= 122)
