const BLOCK = 512

/**
 * The regular files of a tar archive by their paths, a leading `./` or `/` taken off (POSIX.1-1988 ustar, which `opa build` writes:
 * https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html). Null where it is none.
 */
export function untar(archive: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const files = new Map<string, Uint8Array>()
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK)
    if (header.every(byte => byte === 0)) return files
    const size = Number.parseInt(textOf(header, 124, 12).trim(), 8)
    const start = at + BLOCK
    if (!Number.isSafeInteger(size) || size < 0 || start + size > archive.length || sumOf(header) !== saidSum(header)) return null
    const name = [textOf(header, 345, 155), textOf(header, 0, 100)].filter(part => part !== '').join('/')
    const kind = String.fromCharCode(header[156] ?? 0)
    if (kind === '0' || kind === '\0') files.set(name.replace(/^(?:\.?\/)+/, ''), archive.subarray(start, start + size))
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
  return files.size > 0 ? files : null
}

const textOf = (header: Uint8Array, from: number, length: number): string =>
  new TextDecoder().decode(header.subarray(from, from + length)).replace(/\0[\s\S]*$/, '')

const saidSum = (header: Uint8Array) => Number.parseInt(textOf(header, 148, 8).trim(), 8)

/** The sum of a header's bytes, its own field counted as spaces. */
const sumOf = (header: Uint8Array) => header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0)
