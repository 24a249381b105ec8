import type { LineMark, LogFormat } from '../../model/log.ts'

/** How one CI writes its logs: how to know it, and what it puts before and around what a program printed. */
export interface FormatReader {
  readonly format: LogFormat
  /** How many of the first lines (raw) speak for this format. */
  recognise(lines: readonly string[]): number
  /** Takes the CI's own prefix off a raw line. */
  strip(raw: string): Stripped
  /** What the CI says with this line, if anything. */
  mark(text: string, raw: string): Marked | null
}

/** A raw line without the CI's prefix. */
export interface Stripped {
  readonly raw: string
  readonly timeMs?: number
  readonly job?: string
  readonly step?: string
}

/** What a marking line opens, closes or says. */
export interface Marked {
  readonly mark: LineMark
  /** Name of the step, group or command that it opens. */
  readonly name?: string
  /** The text to show, where it differs from the cleaned line. */
  readonly text?: string
  /** Exit code that the line reports for the command before it. */
  readonly exitCode?: number
  readonly durationMs?: number
  /** The CI says here that the step failed. */
  readonly failed?: boolean
}
