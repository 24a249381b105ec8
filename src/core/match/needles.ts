import { indexTexts, type TextIndex } from '../log/text-index.ts'
import { type Behind, readArrays, type Stored, storeArrays } from '../stored/arrays.ts'

/** The literals of rules and others, ready to be looked for in lines. */
export interface Needles {
  /** How many they are who have literals. */
  readonly owners: number
  /** Whose each literal is. */
  readonly ownerOf: Uint16Array
  readonly texts: TextIndex
}

export function indexNeedles(owners: readonly { readonly needles: readonly string[] }[]): Needles {
  const literals = owners.map(({ needles }) => needles)
  return {
    owners: owners.length,
    ownerOf: Uint16Array.from(literals.flatMap((texts, owner) => texts.map(() => owner))),
    texts: indexTexts(literals.flat()),
  }
}

/** Those of the built-in rules are bundled like this: to index them takes 3 ms of every start. */
export const storeNeedles = (needles: Needles): Uint8Array => storeArrays(needles)

/** The arrays of the needles are parts of these bytes. */
export const readNeedles = (bytes: Uint8Array): Needles =>
  readArrays<Needles>(bytes, ({ owners, ownerOf, texts }, behind) => ({
    owners,
    ownerOf: behind<'Uint16Array'>(ownerOf),
    texts: textsBehind(texts, behind),
  }))

const textsBehind = ({ endings, tables, next, codes, ends }: Stored<TextIndex>, behind: Behind): TextIndex => ({
  endings: behind<'Uint8Array'>(endings),
  tables: tables.map(({ first, ...table }) => ({ ...table, first: behind<'Uint32Array'>(first) })),
  next: behind<'Uint32Array'>(next),
  codes: behind<'Uint16Array'>(codes),
  ends: behind<'Uint32Array'>(ends),
})
