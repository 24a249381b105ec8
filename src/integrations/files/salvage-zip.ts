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
const LOCAL_FILE = 0x04034b50

/** Goes over the archive once; at most `max` entries, directories left out. */
export async function salvageEntries(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, max: number): Promise<Salvaged[]> {
  const starts: { header: number; entry: Omit<Salvaged, 'range'>; data: number; size: number | undefined }[] = []
  let carried: Buffer = Buffer.alloc(0)
  let base = 0
  let skipTo = 0
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([carried, chunk])
    let at = Math.max(0, skipTo - base)
    while (starts.length < max) {
      at = bytes.indexOf('PK\u0003\u0004', at, 'latin1')
      if (at === -1 || at + HEADER + MAX_NAME > bytes.length) break
      const header = readHeader(bytes, at)
      if (header) starts.push({ header: base + at, ...header, data: base + at + header.length })
      if (header?.size !== undefined) skipTo = base + at + header.length + header.size
      at = Math.max(at + 4, skipTo - base)
    }
    const keep = at === -1 ? Math.max(0, bytes.length - 3) : Math.min(at, bytes.length)
    base += keep
    carried = Buffer.from(bytes.subarray(keep))
  }
  for (let at = carried.indexOf('PK\u0003\u0004', Math.max(0, skipTo - base), 'latin1'); at !== -1 && starts.length < max; ) {
    const header = readHeader(carried, at)
    if (header) starts.push({ header: base + at, ...header, data: base + at + header.length })
    at = carried.indexOf('PK\u0003\u0004', at + 4 + (header?.size ?? 0), 'latin1')
  }
  const total = base + carried.length
  return starts
    .map(({ entry, data, size }, i) => ({
      ...entry,
      range: { start: data, end: size === undefined ? (starts[i + 1]?.header ?? total) : data + size },
    }))
    .filter(({ nameBytes }) => nameBytes.at(-1) !== 0x2f)
}

function readHeader(
  bytes: Buffer,
  at: number,
): { entry: Omit<Salvaged, 'range'>; length: number; size: number | undefined } | undefined {
  if (at + HEADER > bytes.length || bytes.readUInt32LE(at) !== LOCAL_FILE) return undefined
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
