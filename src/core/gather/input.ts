import type { Note, Source } from '../model/case-file.ts'
import type { LogSource } from './log-source.ts'

/** What stands behind a name that a user gave: logs to read, or a run told in one document. */
export type Input = LogInput | DocumentInput

/** One or more logs that belong to one case. */
export interface LogInput {
  readonly kind: 'logs'
  readonly source: Source
  /** In reading order; each can be opened once. */
  readonly logs: readonly LogSource[]
  /** What was left out, and why. */
  readonly notes: readonly Note[]
}

/** A run document (`sherpa.run/1`), not yet checked. */
export interface DocumentInput {
  readonly kind: 'run-document'
  readonly source: Source
  readonly text: string
  /** The log at a path that is relative to the document. */
  logFile(path: string, job: string): LogSource
}

/** A small file that was read whole. */
export interface TextFile {
  readonly name: string
  readonly text: string
}
