import { dirname, resolve } from 'node:path'
import type { Input, LogInput } from '../../core/gather/input.ts'
import type { LogSource } from '../../core/gather/log-source.ts'
import type { Source } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { contentKind, HEAD_BYTES, unreadable } from './content-kind.ts'
import { documentLog } from './document-log.ts'
import { fileChunks, readRange } from './file-chunks.ts'
import { fileTrouble } from './file-trouble.ts'
import { createBudget, LIMITS, type Limits } from './limits.ts'
import { logBytes, refusal } from './log-bytes.ts'
import { statOf } from './node-files.ts'
import { peek, whole } from './peek.ts'
import { specialFile } from './special-file.ts'

export interface OpenOptions {
  /** What `-` stands for: the process's standard input. */
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly limits?: Limits
}

/** Opens what a user named: a file, `-`, a folder, an archive of logs, a run document. Nothing but first bytes is read yet. */
export async function openInput(name: string, { stdin, limits = LIMITS }: OpenOptions): Promise<Input> {
  if (name === '-' || name === '/dev/stdin' || name === '/dev/fd/0') return openStdin(stdin, limits)
  const found = await statOf(name).catch((cause: unknown) => Promise.reject(fileTrouble(name, cause)))
  if (found.isDirectory()) return (await import('./directory.ts')).openDirectory(name, limits)
  if (found.isFile()) return openFile(name, found.size, limits)
  if (found.isFIFO()) return openStream((await import('./pipe-chunks.ts')).pipeChunks(name), { kind: 'file', name }, limits)
  if (resolve(name) === '/dev/null') return single({ kind: 'file', name }, empty(), limits)
  throw specialFile(name, found)
}

function openStdin(stdin: OpenOptions['stdin'], limits: Limits): Promise<Input> {
  if (stdin.isTTY)
    throw new SherpaError({
      code: 'stdin-empty',
      kind: 'usage',
      message: 'nothing is piped into sherpa',
      hint: 'pipe a log in, or name a file',
    })
  return openStream(stdin, { kind: 'stdin', name: '-' }, limits)
}

async function openFile(path: string, size: number, limits: Limits): Promise<Input> {
  const source: Source = { kind: 'file', name: path }
  const head = await readRange(path, 0, HEAD_BYTES)
  const kind = contentKind(head)
  if (kind === 'zip') return (await import('./archive.ts')).openArchive(path, { path }, limits)
  if (unreadable(kind)) throw refusal(kind, path)
  if (isCaseFile(head)) throw caseFile(path)
  const mayBeDocument = kind === 'text' && size <= limits.textBytes && startsObject(head)
  if (
    mayBeDocument &&
    (namesSchema(head) ||
      (path.endsWith('.json') && namesSchema(await readRange(path, Math.max(0, size - HEAD_BYTES), HEAD_BYTES))))
  )
    return documentInput(
      path,
      await wholeText(
        fileChunks(path, () => {}),
        path,
        limits,
      ),
      limits,
    )
  return { kind: 'logs', source, logs: [fileSource(path, limits)], notes: [] }
}

const fileSource = (path: string, limits: Limits): LogSource => ({
  name: path,
  job: null,
  open: (tell = () => {}) => logBytes(fileChunks(path, tell), { name: path, budget: createBudget(path, limits), tell }),
})

/** The same for what can be read only once and from the front. */
export async function openStream(stream: AsyncIterable<Uint8Array>, source: Source, limits: Limits): Promise<Input> {
  const { head, all } = await peek(stream, HEAD_BYTES)
  const kind = contentKind(head)
  const called = source.kind === 'stdin' ? 'standard input' : source.name
  if (unreadable(kind)) throw refusal(kind, called)
  if (isCaseFile(head)) throw caseFile(called)
  if (kind === 'text' && startsObject(head) && namesSchema(head))
    return documentInput(source.name, await wholeText(all, called, limits), limits)
  if (kind !== 'zip') return single(source, all, limits)
  const bytes = await whole(all, called, limits.pipedArchiveBytes)
  const archive = await (await import('./archive.ts')).openArchive(called, { bytes }, limits)
  return { ...archive, source: { kind: 'archive', name: source.name } }
}

function single(source: Source, stream: AsyncIterable<Uint8Array>, limits: Limits): LogInput {
  const name = source.kind === 'stdin' ? 'stdin' : source.name
  const open: LogSource['open'] = (tell = () => {}) => logBytes(stream, { name, budget: createBudget(name, limits), tell })
  return { kind: 'logs', source, logs: [{ name, job: null, open }], notes: [] }
}

async function* empty(): AsyncGenerator<Uint8Array> {}

function documentInput(name: string, text: string, limits: Limits): Input {
  const folder = name === '-' ? '.' : dirname(name)
  return {
    kind: 'run-document',
    source: { kind: 'run-document', name },
    text,
    logFile: (path, job) => documentLog(resolve(folder, path), job, limits),
  }
}

const startsObject = (head: Uint8Array) => /^\ufeff?\s*\{/.test(Buffer.from(head.subarray(0, 1024)).toString('utf8'))
const namesSchema = (part: Uint8Array) => /"schema"\s*:\s*"sherpa\.run\//.test(Buffer.from(part).toString('utf8'))

const isCaseFile = (head: Uint8Array) => /^\s*\{\s*"schema"\s*:\s*"sherpa\.case\//.test(Buffer.from(head).toString('utf8'))

const caseFile = (name: string) =>
  new SherpaError({
    code: 'case-file',
    kind: 'usage',
    message: `${name} is a case that sherpa saved, not a log`,
    hint: `show it with sherpa replay ${name}`,
  })

const wholeText = async (stream: AsyncIterable<Uint8Array>, name: string, limits: Limits) =>
  Buffer.from(await whole(stream, name, limits.textBytes)).toString('utf8')
