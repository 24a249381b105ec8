import { createLogReader, type Baseline, type Knowledge } from '../log/read.ts'
import type { LogExtract } from '../model/case-file.ts'

/** A log that can be read once: its bytes come when asked for, so that none is held whole. */
export interface LogSource {
  readonly name: string
  /** The job it belongs to, where that is known from outside the log. */
  readonly job: string | null
  open(): AsyncIterable<Uint8Array>
}

export interface ReadOptions {
  readonly knowledge: Knowledge
  readonly baseline?: Baseline | undefined
  /** Told the bytes read so far, as they are read. */
  readonly onProgress?: ((bytes: number) => void) | undefined
}

/** Reads a log through; trouble of its source (a cut connection, a broken archive) is thrown on as a SherpaError. */
export async function readLog(source: LogSource, { knowledge, baseline, onProgress }: ReadOptions): Promise<LogExtract> {
  const reader = createLogReader({ name: source.name, job: source.job, knowledge, baseline })
  let bytes = 0
  for await (const chunk of source.open()) {
    reader.push(chunk)
    bytes += chunk.length
    onProgress?.(bytes)
  }
  return reader.end()
}
