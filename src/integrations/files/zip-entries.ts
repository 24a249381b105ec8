import type { Entry, ZipFile } from 'yauzl'
import type { Tell } from '../../core/gather/log-source.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { fileChunks } from './file-chunks.ts'
import { fileTrouble } from './file-trouble.ts'
import { inflate } from './inflate.ts'
import type { Budget, Limits } from './limits.ts'
import { type ByteRange, salvageEntries } from './salvage-zip.ts'

/** Where the bytes of an archive are: in a file, or in memory (a download, a pipe). */
export type ArchivePlace = { readonly path: string } | { readonly bytes: Uint8Array }

/** One file of an archive, as far as reading it goes. */
export interface ArchiveEntry {
  /** With `/` between its parts; only ever a name, nothing is written to disk. */
  readonly path: string
  readonly encrypted: boolean
  /** Zip's number of the compression method: 0 stored, 8 deflate. */
  readonly method: number
  raw(): AsyncIterable<Uint8Array>
}

/** The files of an archive, without folders. One without its list of contents (cut off) is searched for them. */
export async function listEntries(name: string, place: ArchivePlace, limits: Limits, tell: Tell): Promise<ArchiveEntry[]> {
  let zip: ZipFile
  try {
    zip = await openZip(place)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall !== undefined) throw fileTrouble(name, cause)
    return salvage(name, place, limits, tell)
  }
  const entries: ArchiveEntry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length === limits.files) {
        tell({ code: 'archive-files', text: `${name} holds more than ${limits.files} files; the others are left out.` })
        break
      }
      const path = pathOf(entry.fileNameRaw)
      if (path.endsWith('/')) continue
      entries.push({ path, encrypted: entry.isEncrypted(), method: entry.compressionMethod, raw: () => rawBytes(place, entry) })
    }
  } catch {
    tell({
      code: 'archive-damaged',
      text: `The list of contents of ${name} is damaged after ${entries.length} files; those are read.`,
    })
  } finally {
    zip.close()
  }
  return entries.length > 0 ? entries : salvage(name, place, limits, tell)
}

async function openZip(place: ArchivePlace): Promise<ZipFile> {
  const { fromBufferPromise, openPromise } = await import('yauzl')
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false }
  return 'path' in place
    ? openPromise(place.path, options)
    : fromBufferPromise(Buffer.from(place.bytes.buffer, place.bytes.byteOffset, place.bytes.length), options)
}

/** Each log opens the archive anew, so that nothing stays open between them. */
async function* rawBytes(place: ArchivePlace, entry: Entry): AsyncGenerator<Uint8Array> {
  const zip = await openZip(place)
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) yield chunk as Uint8Array
  } catch (cause) {
    throw cause instanceof SherpaError
      ? cause
      : new SherpaError(
          {
            code: 'archive-damaged',
            kind: 'world',
            message: `${pathOf(entry.fileNameRaw)} cannot be found in its archive`,
            hint: 'download it again',
          },
          { cause },
        )
  } finally {
    zip.close()
  }
}

/** Reads what is left of an archive that was cut off before its list of contents. */
async function salvage(name: string, place: ArchivePlace, limits: Limits, tell: Tell): Promise<ArchiveEntry[]> {
  const ranges = 'path' in place ? fileChunks(place.path, () => {}) : [place.bytes]
  const found = await salvageEntries(ranges, limits.files)
  if (found.length === 0)
    throw new SherpaError({
      code: 'archive-broken',
      kind: 'world',
      message: `${name} is a zip archive without readable contents`,
      hint: 'download it again',
    })
  tell({
    code: 'archive-truncated',
    text: `${name} is cut off or damaged: ${found.length} files were found in it, the rest is missing.`,
  })
  return found.map(({ nameBytes, encrypted, method, range }) => ({
    path: pathOf(nameBytes),
    encrypted,
    method,
    raw: () => rangeBytes(place, range),
  }))
}

async function* rangeBytes(place: ArchivePlace, { start, end }: ByteRange): AsyncGenerator<Uint8Array> {
  if ('bytes' in place) return yield place.bytes.subarray(start, end)
  let left = end - start
  for await (const chunk of fileChunks(place.path, () => {}, start)) {
    yield chunk.subarray(0, left)
    left -= chunk.length
    if (left <= 0) return
  }
}

const MAX_NAME = 1000
const pathOf = (name: Uint8Array) =>
  Buffer.from(name)
    .toString('utf8')
    .slice(0, MAX_NAME)
    .replaceAll('\\', '/')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/^(?:[A-Za-z]:)?\/+/, '')
    .split('/')
    .filter(part => part !== '..' && part !== '.')
    .join('/')

/** What the entry unpacks to; counted against the budget while it does. */
export function entryBytes(entry: ArchiveEntry, budget: Budget, tell: Tell): AsyncIterable<Uint8Array> {
  const { path: name, method } = entry
  if (entry.encrypted)
    throw new SherpaError({
      code: 'archive-encrypted',
      kind: 'usage',
      message: `${name} is encrypted`,
      hint: 'unpack the archive with its password',
    })
  if (method === 0) return counted(entry.raw(), budget.entry(name))
  if (method === 8) return inflate(entry.raw(), { name, format: 'deflate-raw', check: budget.entry(name), tell })
  throw new SherpaError({
    code: 'archive-method',
    kind: 'usage',
    message: `${name} is compressed by method ${method}, which only its packer knows`,
    hint: 'unpack the archive and name the folder',
  })
}

/** Entries may overlap in a hostile archive, so that what is stored plainly can exceed it too. */
async function* counted(
  stream: AsyncIterable<Uint8Array>,
  check: (compressed: number, inflated: number) => void,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    check(size, size)
    yield chunk
  }
}
