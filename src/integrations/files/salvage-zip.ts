/**
 * Finds the entries of a zip archive by the headers in front of them, where the list at its end is missing.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7
 */
export interface Salvaged {
  readonly nameBytes: Uint8Array
  readonly encrypted: boolean
  readonly method: number
  readonly range: ByteRange
}

/** Offsets in the archive; `end` is where the entry ends at the latest. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

const HEADER = 30
const MAX_NAME = 4096
const SIGNATURE = 'PK\u0003\u0004'
const SLASH = 0x2f

interface Found {
  readonly entry: Omit<Salvaged, 'range'>
  /** Offsets of the header, and of the content behind it. */
  readonly header: number
  readonly start: number
  readonly size: number | undefined
}

/** Goes over the archive once; at most `max` entries, directories left out. */
export async function salvageEntries(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, max: number): Promise<Salvaged[]> {
  const found: Found[] = []
  let part: Buffer = Buffer.alloc(0)
  let base = 0
  let resume = 0

  /** Looks through the part at hand; returns where in it the search stopped for want of bytes. */
  function search(isLast: boolean): number {
    for (let at = Math.max(0, resume - base); found.length < max; at = Math.max(at + 4, resume - base)) {
      at = part.indexOf(SIGNATURE, at, 'latin1')
      if (at === -1) break
      if (!isLast && at + HEADER + MAX_NAME > part.length) return at
      const header = readHeader(part, at)
      if (!header) continue
      const { entry, size, length } = header
      found.push({ entry, size, header: base + at, start: base + at + length })
      resume = base + at + length + (size ?? 0)
    }
    return Math.max(0, part.length - SIGNATURE.length + 1)
  }

  for await (const chunk of chunks) {
    part = Buffer.concat([part, chunk])
    const keep = search(false)
    base += keep
    part = part.subarray(keep)
  }
  search(true)
  const total = base + part.length
  return found
    .map(({ entry, start, size }, i) => ({
      ...entry,
      range: { start, end: size === undefined ? (found[i + 1]?.header ?? total) : start + size },
    }))
    .filter(({ nameBytes }) => nameBytes.at(-1) !== SLASH)
}

function readHeader(
  bytes: Buffer,
  at: number,
): { entry: Omit<Salvaged, 'range'>; length: number; size: number | undefined } | undefined {
  if (at + HEADER > bytes.length) return undefined
  const flags = bytes.readUInt16LE(at + 6)
  const method = bytes.readUInt16LE(at + 8)
  const size = bytes.readUInt32LE(at + 18)
  const nameLength = bytes.readUInt16LE(at + 26)
  const length = HEADER + nameLength + bytes.readUInt16LE(at + 28)
  const plausible = bytes.readUInt16LE(at + 4) <= 100 && method <= 99 && nameLength > 0 && nameLength <= MAX_NAME
  if (!plausible || at + HEADER + nameLength > bytes.length) return undefined
  const nameBytes = Uint8Array.from(bytes.subarray(at + HEADER, at + HEADER + nameLength))
  const known = (flags & 8) === 0 && size !== 0xffffffff
  return { entry: { nameBytes, encrypted: (flags & 1) !== 0, method }, length, size: known ? size : undefined }
}
