import type { TestFramework, TestReport } from '../../model/test-report.ts'
import { number } from './numbers.ts'
import { type Place, tally } from './tally.ts'
import { toolLines } from './tool-lines.ts'

export type Groups = Readonly<Record<string, string | undefined>>

/**
 * How a framework writes: what begins the telling of a failure, what ends it, what sums up a run. Patterns are tried on
 * single lines, so all of them are anchored; numbers and names come from named groups.
 */
export interface Grammar extends Pick<TestFramework, 'id' | 'needles'> {
  /** A line without which the log is somebody else's. */
  readonly proof?: RegExp
  /** Begins the telling of a failure. Groups: name, and where the line has them why, file, line. */
  readonly failed: readonly RegExp[]
  /** Only names a failure (a list at the end). The same groups. */
  readonly listed?: readonly RegExp[]
  /** Failures are told and listed only from a line of `from` to a line of `to`. */
  readonly within?: { readonly from: RegExp; readonly to: RegExp }
  /** A heading that later names stand below. Group: suite. */
  readonly suite?: RegExp
  /** The full name; by default the captured one. `undefined`: no failure after all. Empty: the next line is the name. */
  readonly name?: (groups: Groups, suite: string) => string | undefined
  /** Which names are the same test. */
  readonly identity?: (name: string, place: Place) => string
  /** Ends the telling of a failure. */
  readonly end?: RegExp
  /** Where an open failure happened. Groups: file, line. */
  readonly place?: RegExp
  /** Lines of a failure that say nothing of why. */
  readonly noise?: RegExp
  /** What stands before the reason on its line. */
  readonly label?: RegExp
  /** Sums up a run. Groups: total, passed, failed, errors, skipped, pending. */
  readonly summary: readonly RegExp[]
  /** Tells the number of tests on a line before the summary. Group: total. */
  readonly ran?: RegExp
  /** One test that passed, or was skipped, in logs without a summary. A captured name takes back an earlier failure. */
  readonly passed?: RegExp
  readonly skipped?: RegExp
}

/** The reader that a grammar describes. */
export const reportReader = (grammar: Grammar): TestFramework => ({
  id: grammar.id,
  needles: grammar.needles,
  parse: lines => read(grammar, toolLines(lines)),
})

function read(grammar: Grammar, lines: ReturnType<typeof toolLines>): TestReport | null {
  const {
    proof,
    within,
    suite: heading,
    ran,
    end,
    place,
    noise,
    label,
    passed,
    skipped,
    listed = [],
    name: fullName = ({ name }: Groups) => name,
  } = grammar
  if (proof && !lines.some(({ text }) => proof.test(text))) return null
  const results = tally(grammar.id, grammar.identity)
  let inside = !within
  let suite = ''
  let total: string | undefined
  let nameless: { readonly n: number; readonly place: Place } | undefined
  for (const { n, text } of lines) {
    if (within?.from.test(text)) {
      inside = true
      results.close()
      continue
    }
    const sums = first(grammar.summary, text)
    if (sums) {
      results.close()
      results.summary(counts(total === undefined ? sums : { ...sums, total }))
      total = undefined
      if (within) inside = !within.to.test(text) && inside
      continue
    }
    if (within?.to.test(text)) {
      inside = false
      results.close()
      continue
    }
    if (nameless && text.trim()) {
      results.open(text.trim(), nameless.n, nameless.place)
      nameless = undefined
      continue
    }
    const told = inside ? first(grammar.failed, text) : undefined
    const named = told ?? (inside ? first(listed, text) : undefined)
    const name = named && fullName(named, suite)
    if (named && name) {
      if (told) {
        results.close()
        results.open(name, n, placeOf(named))
        if (named['why']) results.tell(n, named['why'])
      } else {
        if (end?.test(text)) results.close()
        results.fail(name, { ...placeOf(named), message: named['why'] ?? '' })
      }
      continue
    }
    if (told && name === '') nameless = { n, place: placeOf(told) }
    total = ran?.exec(text)?.groups?.['total'] ?? total
    const under = heading?.exec(text)?.groups?.['suite']
    if (under !== undefined) suite = under
    if (end?.test(text)) results.close()
    else if (results.isOpen) {
      const at = place?.exec(text)?.groups
      if (at) results.at(placeOf(at))
      results.tell(n, noise?.test(text) ? undefined : label ? text.replace(label, '') : text)
    }
    const again = passed?.exec(text)
    if (again) {
      const fine = again.groups && fullName(again.groups, suite)
      if (fine) results.forget(fine)
      results.count({ passed: 1 })
    } else if (skipped?.test(text)) results.count({ skipped: 1 })
  }
  return results.report()
}

function first(patterns: readonly RegExp[], text: string): Groups | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return found.groups ?? {}
  }
  return undefined
}

function placeOf({ file, line }: Groups): Place {
  return { ...(file !== undefined && { file }), ...(line !== undefined && { line: Number(line) }) }
}

function counts(sums: Groups) {
  const { total, passed, failed, errors, skipped, pending } = sums
  return {
    ...(total !== undefined && { total: number(total) }),
    ...(passed !== undefined && { passed: number(passed) }),
    ...(('failed' in sums || 'errors' in sums) && { failed: number(failed) + number(errors) }),
    skipped: number(skipped) + number(pending),
  }
}
