import type { LinePattern } from '../model/rule.ts'

/**
 * Compiles a pattern that a user wrote, on an engine whose time is linear in the line whatever the pattern. Of several mistakes it
 * names the first. `i` ignores case.
 */
export type PatternCompiler = (
  source: string,
  flags: '' | 'i',
) => { readonly pattern: NamedPattern } | { readonly mistake: PatternMistake }

/** A pattern that knows the names of its captures. */
export interface NamedPattern extends LinePattern {
  readonly captures: readonly string[]
  /** Every place in a text of any length: UTF-16 offsets, `end` exclusive. */
  spans(text: string): readonly { readonly start: number; readonly end: number }[]
}

export interface PatternMistake {
  /** A clause that follows the pattern: `has a look-ahead, …`. */
  readonly message: string
  readonly hint?: string
  /** Where in the source, in UTF-16 units from 0. */
  readonly offset: number
}
