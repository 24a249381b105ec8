import type { LogExtract } from '../model/case-file.ts'
import type { DependencyChange } from '../model/dependency.ts'
import type { LogLine } from '../model/log.ts'
import { readPointers } from './read-pointers.ts'
import { readResolved } from './resolved.ts'
import { termsOf } from './terms.ts'

/** What a log is to be asked about, known before it is read. */
export interface Clues {
  readonly terms: readonly string[]
  /** Of Maven's artifacts. */
  readonly groups: readonly string[]
}

const MOST_TERMS = 2000

/** Undefined where no dependency changed: then a log is asked nothing. */
export function cluesOf(dependencies: readonly DependencyChange[]): Clues | undefined {
  if (dependencies.length === 0) return undefined
  return {
    terms: [...new Set(dependencies.flatMap(termsOf))].slice(0, MOST_TERMS),
    groups: [...new Set(dependencies.flatMap(({ name }) => (name.includes(':') ? [name.split(':', 1)[0] as string] : [])))],
  }
}

/** What a log's lines answer, as fields of its extract; asked also about what drifted without a change. */
export function answersOf(
  lines: readonly LogLine[],
  asked: Clues | undefined,
  drifts: readonly DependencyChange[] = [],
): Pick<LogExtract, 'pointers' | 'resolved'> {
  const drifted = cluesOf(drifts)
  const clues =
    asked && drifted ? { terms: [...new Set([...asked.terms, ...drifted.terms])], groups: asked.groups } : (asked ?? drifted)
  if (!clues) return {}
  const resolved = clues.groups.length > 0 ? readResolved(lines, clues.groups) : []
  return { pointers: readPointers(lines, clues.terms), ...(resolved.length > 0 ? { resolved } : {}) }
}
