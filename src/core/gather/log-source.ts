import type { Baseline } from '../log/baseline.ts'
import { createLogReader, type Knowledge } from '../log/read.ts'
import type { LogExtract, Note } from '../model/case-file.ts'
import type { Clues } from '../pointers/clues.ts'

/** A log that can be read once: its bytes come when asked for, so that none is held whole. */
export interface LogSource {
  readonly name: string
  /** The job it belongs to, where that is known from outside the log. */
  readonly job: string | null
  /**
   * `tell` hears of trouble that leaves the rest readable; trouble that does not is thrown as a SherpaError. A chunk is valid
   * until the next one is asked for.
   */
  open(tell?: Tell): AsyncIterable<Uint8Array>
}

/** Hears what the reader should know about the evidence itself. */
export type Tell = (note: Note) => void

export interface ReadOptions {
  readonly knowledge: Knowledge
  readonly baseline?: Baseline | undefined
  /** What the log is further asked about; awaited once it is read. */
  readonly clues?: Clues | Promise<Clues | undefined> | undefined
  /** Told the bytes read so far, as they are read. */
  readonly onProgress?: ((bytes: number) => void) | undefined
  readonly onNote?: Tell | undefined
}

/** Reads a log through; trouble of its source (a cut connection, a broken archive) is thrown on as a SherpaError. */
export async function readLog(
  source: LogSource,
  { knowledge, baseline, clues, onProgress, onNote }: ReadOptions,
): Promise<LogExtract> {
  const reader = createLogReader({ name: source.name, job: source.job, knowledge, baseline })
  let bytes = 0
  for await (const chunk of source.open(onNote)) {
    reader.push(chunk)
    bytes += chunk.length
    onProgress?.(bytes)
  }
  return reader.end(await clues)
}
