import type { Category } from './category.ts'

/**
 * A known failure, as an entry of a dictionary: how to recognise it, what it means, what to do.
 * Its examples are its tests and its documentation.
 */
export interface Rule {
  /** `tool/what`, e.g. `npm/eresolve`. */
  readonly id: string
  readonly category: Category
  /** Headline; `{name}` stands for a named capture and is left out, with its quotes, where the capture is empty. */
  readonly title: string
  /** Literal texts of which at least one stands in every line that matches; compared without case, at least 3 characters. */
  readonly needles: readonly string[]
  /**
   * Applied to one cleaned line. Named groups are the captures; `file`, `line`, `column`, `test`, `package` and `code`
   * mean what they say everywhere.
   */
  readonly pattern: LinePattern
  /**
   * `cause` names what is wrong (default). `summary` says that a tool failed, and only roughly why ("3 errors", "BUILD FAILURE").
   * `symptom` is the echo of a failure told elsewhere (exit codes, cancelled siblings, `make: *** Error`).
   */
  readonly role?: 'cause' | 'summary' | 'symptom'
  /** Which neighbouring lines belong to the message. */
  readonly extent?: Extent | undefined
  /** Probability, 0..1, that a plain re-run of the same commit passes when this is the cause. */
  readonly transient: number
  /** What it means, for somebody who meets it for the first time: one to three sentences. */
  readonly explanation: string
  /** What to do next, most promising first; imperative sentences. */
  readonly remedies: readonly string[]
  readonly examples: RuleExamples
}

/** A compiled pattern: a RegExp, or another engine's with the same one method. */
export interface LinePattern {
  exec(line: string): { readonly groups?: Readonly<Record<string, string | undefined>> | undefined } | null
}

/** Lines around a match that a person should read with it. */
export interface Extent {
  /** Lines before the match, a fixed number. */
  readonly before?: number
  /** Lines after the match, a fixed number. */
  readonly after?: number
  /** Further lines after those, as long as they match. At most {@link MAX_EXTENT}. */
  readonly while?: LinePattern
}

/** The most lines that one match's extent may add below it. */
export const MAX_EXTENT = 40

/** Texts that must match and texts that must not; a text may have several lines, of which one must match. */
export interface RuleExamples {
  readonly match: readonly RuleExample[]
  /** At least one: the near miss that this rule must leave alone. */
  readonly miss: readonly string[]
}

/** A text that must match, and the captures that must come out of it (those named here). */
export interface RuleExample {
  readonly text: string
  readonly captures?: Readonly<Record<string, string>>
}
