import type { LedgerEntry, NewEntry } from '../model/ledger.ts'

/** The hash of a line: of all that it says, and of the line before it. @param digest SHA-256 in hexadecimal digits */
const hashOf = (entry: NewEntry, seq: number, previous: string, digest: (text: string) => string): string =>
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

/** What a walk through the ledger found. */
export interface Walked {
  readonly broken: Broken | null
  readonly lines: number
  /** The hash of the last line: kept elsewhere, it shows later that no line was cut off. */
  readonly head: string
}

/**
 * Walks the ledger to the first line that was changed, taken out or put elsewhere.
 * @param head a hash that must be among those of the lines
 */
export async function walk(
  entries: AsyncIterable<LedgerEntry>,
  digest: (text: string) => string,
  head?: string,
): Promise<Walked> {
  let last = { seq: 0, hash: '' }
  let isHeadSeen = head === undefined
  for await (const { seq, hash, previous, ...line } of entries) {
    const found = (what: Broken['what'], at: number): Walked => ({ broken: { at, what }, lines: last.seq, head: last.hash })
    if (seq > last.seq + 1) return found('missing', last.seq + 1)
    if (seq < last.seq + 1) return found('out-of-order', seq)
    if (previous !== last.hash || hash !== hashOf(line, seq, previous, digest)) return found('changed', seq)
    isHeadSeen ||= hash === head
    last = { seq, hash }
  }
  const broken = isHeadSeen ? null : ({ at: last.seq + 1, what: 'missing' } as const)
  return { broken, lines: last.seq, head: last.hash }
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
