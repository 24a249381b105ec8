import type { DocumentInput } from '../gather/input.ts'
import { parseRunDocument, type RunDocument } from '../gather/run-document.ts'
import type { AttemptRecord } from '../model/history.ts'
import type { AttemptKey } from '../model/run.ts'
import { SherpaError } from '../model/trouble.ts'
import type { HistoryStore } from '../ports/history.ts'
import { createBatches } from './batches.ts'
import type { Counts } from './counts.ts'
import { type DocumentText, documentTexts } from './document-texts.ts'
import { attemptOf } from './from-document.ts'
import { createGreenMemory, type GreenMemory } from './green-memory.ts'
import { hasLogs, type LogReading, withLogs } from './read-logs.ts'

export interface IngestOptions {
  readonly store: Pick<HistoryStore, 'record' | 'readAttempts' | 'greenLines'>
  /** Null: logs stay unread. */
  readonly logs: LogReading | null
  /** Hears of each document that is refused. */
  readonly onRefused: (message: string) => void
  /** Hears what is to be known of logs that could not be read as they should; the first of them. */
  readonly onNote: (message: string) => void
  readonly onProgress?: (bytes: number) => void
}

/** Run documents, still as bytes. */
export interface DocumentStream extends Pick<DocumentInput, 'source' | 'logFile'> {
  /** As messages call it. */
  readonly name: string
  open(): AsyncIterable<Uint8Array>
}

/** Logs that are complained about: where one is missing, all may be. */
const MOST_NOTES = 20

/** Of one transaction: so many documents, or so many characters of them; more would gain no time. */
const DOCUMENTS = 50
const CHARACTERS = 1_000_000

interface Pending {
  readonly attempt: AttemptRecord
  readonly document: RunDocument
  readonly length: number
  /** The input and the line that it begins on. */
  readonly where: string
}

/** Stores run documents, one after another, in constant memory. A wrong one is told with its line and passed over. */
export async function ingestDocuments(input: DocumentStream, options: IngestOptions): Promise<Counts> {
  const counts = { new: 0, known: 0, refused: 0 }
  const green = createGreenMemory(options.store)
  const onNote = atMost(MOST_NOTES, options.onNote, `${input.name}: further remarks about logs are left out`)
  const batches = createBatches<Pending>(
    async batch => {
      const write = async (some: readonly Pending[]) => {
        const attempts = await readLogsOf(some, input, { ...options, green, onNote })
        for (const recorded of await options.store.record(attempts)) counts[recorded]++
      }
      await eachOnItsOwn(batch, write, ({ where }) => {
        counts.refused++
        options.onRefused(`${where}: it cannot be stored`)
      })
    },
    1,
    ({ length }) => Math.max(1 / DOCUMENTS, length / CHARACTERS),
  )
  let bytes = 0
  async function* chunks() {
    for await (const chunk of input.open()) {
      yield chunk
      bytes += chunk.length
      options.onProgress?.(bytes)
    }
  }
  for await (const text of documentTexts(chunks())) {
    const pending = await readDocument(text, input.name)
    if (typeof pending !== 'string') await batches.add(pending)
    else {
      counts.refused++
      options.onRefused(pending)
    }
  }
  await batches.end()
  return counts
}

/** The document, or why it is refused. */
async function readDocument(text: DocumentText, name: string): Promise<Pending | string> {
  if ('trouble' in text) return `${name}:${text.line}: ${text.trouble}`
  try {
    const document = await parseRunDocument(text.text, name, text.line)
    const attempt = attemptOf(document)
    return attempt
      ? { attempt, document, length: text.text.length, where: `${name}:${text.line}` }
      : `${name}:${text.line}: run: is missing, so the run cannot be told from others`
  } catch (error) {
    if (error instanceof SherpaError) return error.message
    throw error
  }
}

/** All at once, or where that fails one after another, so that one costs no other. What is the world's fault is thrown. */
async function eachOnItsOwn<Item>(
  items: readonly Item[],
  write: (items: readonly Item[]) => Promise<void>,
  onFailed: (item: Item) => void,
): Promise<void> {
  try {
    await write(items)
  } catch (error) {
    if (items.length > 1) for (const item of items) await eachOnItsOwn([item], write, onFailed)
    else if (error instanceof SherpaError) throw error
    else for (const item of items) onFailed(item)
  }
}

/** Logs are read once: an attempt whose logs are known is left as it is. */
async function readLogsOf(
  batch: readonly Pending[],
  input: DocumentStream,
  { store, logs, green, onNote }: IngestOptions & { readonly green: GreenMemory },
): Promise<readonly AttemptRecord[]> {
  const attempts = batch.map(({ attempt }) => attempt)
  const wanted = logs ? batch.filter(({ document }) => hasLogs(document)) : []
  if (!logs || wanted.length === 0) return attempts
  const read = new Set((await store.readAttempts(wanted.map(({ attempt }) => attempt))).map(keyText))
  const records: AttemptRecord[] = []
  for (const { attempt, document, where } of batch) {
    const tell = (sentence: string) => onNote(`${where}: ${sentence}`)
    const wantsLogs = hasLogs(document) && !read.has(keyText(attempt))
    records.push(wantsLogs ? await withLogs(attempt, document, input, { ...logs, green, tell }) : attempt)
  }
  return records
}

function atMost(most: number, hear: (message: string) => void, last: string): (message: string) => void {
  let heard = 0
  return message => {
    heard++
    if (heard <= most) hear(message)
    if (heard === most + 1) hear(last)
  }
}

const keyText = ({ repository, run, attempt }: AttemptKey) => `${run} ${attempt} ${repository}`
