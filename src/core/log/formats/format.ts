import type { LineMark, LogFormat, Verdict } from '../../model/log.ts'

/** How one CI writes its logs: how to know it, and what it puts before and around what a program printed. */
export interface FormatReader {
  readonly format: LogFormat
  /** Script that is echoed before it runs stands in cyan (GitHub's runner). */
  readonly echoes?: true
  /** How many of the first lines (raw) speak for this format. */
  recognise(lines: readonly string[]): number
  /** The same reader, made ready for a log some of whose lines (raw) explain how to read others. */
  readonly adapt?: (lines: Iterable<string>) => FormatReader
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
  /** One of several parts of the job that print at the same time. */
  readonly branch?: string
}

/** What a marking line opens, closes or says. */
export interface Marked extends LogEvent {
  /** What the line says before that: some CIs close one section and open the next in one line. */
  readonly before?: readonly LogEvent[]
  /** The text to show, where it differs from the cleaned line. */
  readonly text?: string
}

/** One thing that a CI says of the sections of its log. */
export interface LogEvent {
  readonly mark: LineMark
  /** Name of the step, group or command that it opens; of the command that it is about. */
  readonly name?: string
  /** By which an end finds what it closes. */
  readonly id?: string
  /** When it was, where that is not the time of the line. */
  readonly atMs?: number
  readonly durationMs?: number
  readonly traits?: readonly StepTrait[]
  /** Exit code that the line reports for the command before it. */
  readonly exitCode?: number
  /** The CI says here that the step failed; `maybe` where it does so only if the step reports no exit code. */
  readonly failed?: boolean | 'maybe'
  /** The failure is told late and belongs to an earlier step: to the one of this name, else to the last that is no clean-up. */
  readonly blames?: { readonly step?: string }
  /** How the whole job ended; `over` where it passed unless a step failed. */
  readonly verdict?: Verdict | 'over'
  /** The job whose log this is; null where another begins that is not named yet. */
  readonly job?: string | null
}

/**
 * What is special about a step. `header`: a program may print such a line, too; it opens a step where the header of one follows, or
 * outside of any group. `titled`: the header that follows belongs to it. `once`: nothing happens where it is open already. `nested`: it
 * is inside of the open one. `aside`: it runs whatever came before, such as a clean-up. `skipped`: the open step did not run.
 */
export type StepTrait = 'header' | 'titled' | 'once' | 'nested' | 'aside' | 'skipped'
