import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import type { Input, LogInput, TextFile } from '../../core/gather/input.ts'
import type { LogSource } from '../../core/gather/log-source.ts'
import type { Note, Source } from '../../core/model/case-file.ts'
import { contentKind, HEAD_BYTES } from './content-kind.ts'
import { documentLog } from './document-log.ts'
import { fileChunks, readRange } from './file-chunks.ts'
import { fileTrouble } from './file-trouble.ts'
import { createBudget, LIMITS } from './limits.ts'
import { logBytes } from './log-bytes.ts'
import { type OpenOptions, openInput, openStream } from './open-input.ts'
import { peek } from './peek.ts'
import { pipeChunks } from './pipe-chunks.ts'
import { readXmlFiles } from './text-files.ts'

/** What a user wants remembered: run documents in any number, test reports, or logs. */
export type RecordInput = DocumentsInput | ReportsInput | LogsInput

export interface DocumentsInput {
  readonly kind: 'documents'
  readonly name: string
  open(): AsyncIterable<Uint8Array>
  /** The log at a path that is relative to the documents. */
  logFile(path: string, job: string): LogSource
}

export interface ReportsInput {
  readonly kind: 'reports'
  readonly files: readonly TextFile[]
  readonly notes: readonly Note[]
  readonly modifiedMs: number
}

export interface LogsInput {
  readonly kind: 'logs'
  readonly input: LogInput
  /** Null for what can be read only once. */
  readonly modifiedMs: number | null
  /** A number for what all of the logs hold: the same again has the same. Null for what can be read only once. */
  contentId(): Promise<number | null>
}

/** Opens what a user named; told by its content, not by its name, but for lists of documents whose first line may be broken. */
export async function openRecords(name: string, { stdin }: OpenOptions): Promise<RecordInput> {
  if (STDIN.has(name)) return stdin.isTTY ? piped(await openInput('-', { stdin })) : openPipe({ kind: 'stdin', name: '-' }, stdin)
  const found = await stat(name).catch((cause: unknown) => Promise.reject(fileTrouble(name, cause)))
  if (found.isFIFO()) return openPipe({ kind: 'file', name }, pipeChunks(name))
  if (found.isDirectory() ? await holdsXml(name) : await isReport(name))
    return { kind: 'reports', ...(await readXmlFiles([name])), modifiedMs: Math.round(found.mtimeMs) }
  if (found.isFile() && (await isDocuments(name))) return documents(name, dirname(name), () => bytesOf(name))
  const input = logsOnly(await openInput(name, { stdin }))
  return { kind: 'logs', input, modifiedMs: Math.round(found.mtimeMs), contentId: () => contentId(input) }
}

const STDIN = new Set(['-', '/dev/stdin', '/dev/fd/0'])

/** What can be read only once and from the front: what it is stands in its first bytes, which may be packed. */
async function openPipe(source: Source, stream: AsyncIterable<Uint8Array>): Promise<RecordInput> {
  const name = source.kind === 'stdin' ? 'stdin' : source.name
  const peeked = await peek(stream, HEAD_BYTES)
  const { head, all } = contentKind(peeked.head) === 'gzip' ? await peek(textOf(name, peeked.all), HEAD_BYTES) : peeked
  return startsObject(head) ? documents(name, '.', () => all) : piped(await openStream(all, source, LIMITS))
}

const piped = (input: Input): LogsInput => ({
  kind: 'logs',
  input: logsOnly(input),
  modifiedMs: null,
  contentId: async () => null,
})

const documents = (name: string, folder: string, open: () => AsyncIterable<Uint8Array>): DocumentsInput => ({
  kind: 'documents',
  name,
  open,
  logFile: (path, job) => documentLog(resolve(folder, path), job),
})

const bytesOf = (path: string) => textOf(path, fileChunks(path, quiet))

const textOf = (name: string, bytes: AsyncIterable<Uint8Array>) =>
  logBytes(bytes, { name, budget: createBudget(name, LIMITS), tell: quiet })

const quiet = () => {}

const DOCUMENT_NAMES = new Set(['.ndjson', '.jsonl'])

async function isDocuments(path: string): Promise<boolean> {
  if (DOCUMENT_NAMES.has(extname(path.replace(/\.gz$/, '')))) return true
  const head = await readRange(path, 0, HEAD_BYTES)
  const kind = contentKind(head)
  if (kind === 'gzip') return isExported(await unpackedHead(path))
  return (
    kind === 'text' &&
    startsObject(head) &&
    (path.endsWith('.json') || isExported(head) || /"schema"\s*:\s*"sherpa\.run\//.test(latin(head)))
  )
}

/** A row as the history is exported. */
const isExported = (head: Uint8Array) => /^\s*\{\s*"table"\s*:\s*"[a-z_]+"/.test(latin(head.subarray(0, 1024)))

/** Of what cannot be unpacked, nothing; whoever reads it tells why. */
async function unpackedHead(path: string): Promise<Uint8Array> {
  try {
    for await (const chunk of bytesOf(path)) return chunk
  } catch {}
  return new Uint8Array()
}

async function isReport(path: string): Promise<boolean> {
  const head = latin(await readRange(path, 0, 4096))
  return /^\s*</.test(head) && /<testsuites?\b|<assemblies\b/.test(head)
}

const holdsXml = async (path: string) =>
  (await readdir(path, { recursive: true })).some(file => extname(join(path, file)) === '.xml')

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replace(/^ï»¿/, '')
const startsObject = (head: Uint8Array) => /^\s*\{/.test(latin(head.subarray(0, 1024)))

/** A run document is not opened as one here: {@link isDocuments} came before. */
function logsOnly(input: Input): LogInput {
  if (input.kind === 'logs') return input
  const bytes = Buffer.from(input.text)
  const open = async function* () {
    yield bytes
  }
  return { kind: 'logs', source: input.source, logs: [{ name: input.source.name, job: null, open }], notes: [] }
}

async function contentId({ logs }: LogInput): Promise<number> {
  const hash = createHash('sha256')
  for (const log of logs) for await (const chunk of log.open()) hash.update(chunk)
  return Number.parseInt(hash.digest('hex').slice(0, 12), 16)
}
