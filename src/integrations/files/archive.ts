import type { Entry, ZipFile } from 'yauzl'
import { chooseLogs } from '../../core/gather/archive-layout.ts'
import type { LogInput } from '../../core/gather/input.ts'
import type { LogSource, Tell } from '../../core/gather/log-source.ts'
import type { Note } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { fileChunks } from './file-chunks.ts'
import { fileTrouble } from './file-trouble.ts'
import { inflate } from './inflate.ts'
import { createBudget, LIMITS, type Budget, type Limits } from './limits.ts'
import { logBytes } from './log-bytes.ts'
import { salvageEntries, type ByteRange } from './salvage-zip.ts'
import { skippedNote } from './skipped-note.ts'

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

/**
 * The logs of a zip archive: GitHub's log archive, or any other. Sizes are checked while inflating, archives inside it are not
 * followed, and one without its list of contents (cut off) is searched for entries.
 */
export async function openArchive(name: string, place: ArchivePlace, limits: Limits = LIMITS): Promise<LogInput> {
  const notes: Note[] = []
  const entries = await listEntries(name, place, limits, note => notes.push(note))
  const byPath = new Map(entries.map(entry => [entry.path, entry]))
  if (byPath.size < entries.length)
    notes.push({ code: 'archive-duplicates', text: `${name} holds ${entries.length - byPath.size} names more than once; the last of each is read.` })
  const { logs, skipped } = chooseLogs([...byPath.keys()], baseName(name))
  if (logs.length === 0)
    throw new SherpaError({ code: 'no-logs', kind: 'usage', message: `${name} holds no logs among its ${entries.length} files`, hint: 'name the log itself' })
  if (skipped.length > 0) notes.push(skippedNote(name, skipped))
  const budget = createBudget(name, limits, 'bytes' in place ? place.bytes.length : undefined)
  return {
    kind: 'logs',
    source: { kind: 'archive', name },
    logs: logs.flatMap(({ path, job }) => {
      const entry = byPath.get(path)
      return entry ? [entrySource(entry, job, budget)] : []
    }),
    notes,
  }
}

const baseName = (name: string) => name.replace(/^.*[/\\]/s, '').replace(/\.zip$/i, '')

function entrySource(entry: ArchiveEntry, job: string | null, budget: Budget): LogSource {
  return { name: entry.path, job, open: (tell = () => {}) => logBytes(content(entry, budget, tell), { name: entry.path, budget, tell }) }
}

function content(entry: ArchiveEntry, budget: Budget, tell: Tell): AsyncIterable<Uint8Array> {
  const { path: name, method } = entry
  if (entry.encrypted) throw new SherpaError({ code: 'archive-encrypted', kind: 'usage', message: `${name} is encrypted`, hint: 'unpack the archive with its password' })
  if (method === 0) return entry.raw()
  if (method === 8) return inflate(entry.raw(), { name, format: 'deflate-raw', check: budget.entry(name), tell })
  throw new SherpaError({ code: 'archive-method', kind: 'usage', message: `${name} is compressed by method ${method}, which only its packer knows`, hint: 'unpack the archive and name the folder' })
}

async function listEntries(name: string, place: ArchivePlace, limits: Limits, tell: Tell): Promise<ArchiveEntry[]> {
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
    tell({ code: 'archive-damaged', text: `The list of contents of ${name} is damaged after ${entries.length} files; those are read.` })
  } finally {
    zip.close()
  }
  return entries.length > 0 ? entries : salvage(name, place, limits, tell)
}

async function openZip(place: ArchivePlace): Promise<ZipFile> {
  const { fromBufferPromise, openPromise } = await import('yauzl')
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false }
  return 'path' in place ? openPromise(place.path, options) : fromBufferPromise(Buffer.from(place.bytes.buffer, place.bytes.byteOffset, place.bytes.length), options)
}

/** Each log opens the archive anew, so that nothing stays open between them. */
async function* rawBytes(place: ArchivePlace, entry: Entry): AsyncGenerator<Uint8Array> {
  const zip = await openZip(place)
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) yield chunk as Uint8Array
  } catch (cause) {
    throw cause instanceof SherpaError ? cause : new SherpaError({ code: 'archive-damaged', kind: 'world', message: `${pathOf(entry.fileNameRaw)} cannot be found in its archive`, hint: 'download it again' }, { cause })
  } finally {
    zip.close()
  }
}

/** Reads what is left of an archive that was cut off before its list of contents. */
async function salvage(name: string, place: ArchivePlace, limits: Limits, tell: Tell): Promise<ArchiveEntry[]> {
  const ranges = 'path' in place ? fileChunks(place.path, () => {}) : [place.bytes]
  const found = await salvageEntries(ranges, limits.files)
  if (found.length === 0) throw new SherpaError({ code: 'archive-broken', kind: 'world', message: `${name} is a zip archive without readable contents`, hint: 'download it again' })
  tell({ code: 'archive-truncated', text: `${name} is cut off or damaged: ${found.length} files were found in it, the rest is missing.` })
  return found.map(({ nameBytes, encrypted, method, range }) => ({ path: pathOf(nameBytes), encrypted, method, raw: () => rangeBytes(place, range) }))
}

async function* rangeBytes(place: ArchivePlace, { start, end }: ByteRange): AsyncGenerator<Uint8Array> {
  if ('bytes' in place) return yield place.bytes.subarray(start, end)
  let at = 0
  for await (const chunk of fileChunks(place.path, () => {})) {
    const from = Math.max(0, start - at)
    const to = Math.min(chunk.length, end - at)
    if (from < to) yield chunk.subarray(from, to)
    at += chunk.length
    if (at >= end) return
  }
}

const MAX_NAME = 1000
const pathOf = (name: Uint8Array) =>
  Buffer.from(name).toString('utf8').slice(0, MAX_NAME).replaceAll('\\', '/').replace(/[\u0000-\u001f\u007f]/g, '').replace(/^(?:[A-Za-z]:)?\/+/, '').split('/').filter(part => part !== '..' && part !== '.').join('/')
