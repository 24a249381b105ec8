import type { LedgerEntry, NewEntry } from '../model/ledger.ts'

/** The hash of a line: of all that it says, and of the line before it. @param digest SHA-256 in hexadecimal digits */
export const hashOf = (entry: NewEntry, seq: number, previous: string, digest: (text: string) => string): string =>
  digest(canonical({ ...entry, seq, previous }))

/** The next line after another. */
export function chained(
  entry: NewEntry,
  last: Pick<LedgerEntry, 'seq' | 'hash'> | null,
  digest: (text: string) => string,
): LedgerEntry {
  const seq = (last?.seq ?? 0) + 1
  const previous = last?.hash ?? ''
  return { ...entry, seq, previous, hash: hashOf(entry, seq, previous, digest) }
}

/** A line that is not as it was written; `at` is its number. */
export interface Broken {
  readonly at: number
  readonly what: 'changed' | 'missing' | 'out-of-order'
}

/** Walks the ledger and finds the first line that was changed, taken out or put elsewhere. Lines cut off at the end need a known head to be missed. */
export async function findBroken(
  entries: AsyncIterable<LedgerEntry>,
  digest: (text: string) => string,
  head?: string,
): Promise<Broken | null> {
  let last: LedgerEntry | null = null
  let isHeadSeen = head === undefined
  for await (const entry of entries) {
    const { seq, hash, previous, ...line } = entry
    if (seq !== (last?.seq ?? 0) + 1)
      return { at: (last?.seq ?? 0) + 1, what: seq > (last?.seq ?? 0) ? 'missing' : 'out-of-order' }
    if (previous !== (last?.hash ?? '') || hash !== hashOf(line, seq, previous, digest)) return { at: seq, what: 'changed' }
    if (hash === head) isHeadSeen = true
    last = entry
  }
  return isHeadSeen ? null : { at: (last?.seq ?? 0) + 1, what: 'missing' }
}

/** JSON with keys in one order, so that one value has one text whatever wrote it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
