import type { FailedTest, TestReport } from '../../model/test-report.ts'

/** What a summary line says; what it leaves out is worked out from the rest. */
export interface Counts {
  readonly total?: number
  readonly passed?: number
  readonly failed?: number
  readonly skipped?: number
}

export interface Place {
  readonly file?: string
  readonly line?: number
}

/** The results read so far of one framework in one log. */
export interface Tally {
  /** A test failed. Named again, it stays one entry, and only what is new is added. */
  fail(name: string, why?: Place & { readonly message?: string }): void
  /** A failure is told in detail from this line on; `tell` continues it. Told again, the first telling stays. */
  open(name: string, n: number, place?: Place): void
  /** One more line of the open failure; `why` is taken for its message while that is shorter than two lines. */
  tell(n: number, why?: string): void
  /** Where the open failure happened, unless that is known; another file than the test's own is not taken. */
  at(place: Place): void
  close(): void
  readonly isOpen: boolean
  /** The name of the open failure. */
  readonly openName: string
  readonly failures: number
  /** The test passed after all (a retry). */
  forget(name: string, place?: Place): void
  has(name: string, place?: Place): boolean
  /** Single results, for logs that end before their summary or never have one. */
  count(counts: Counts): void
  /** The summary line of one run. Runs add up. */
  summary(counts: Counts): void
  report(): TestReport | null
}

interface Entry {
  name: string
  message: string
  start: number
  end: number
  file: string | undefined
  line: number | undefined
  /** How many summaries had been read when the test was last named. */
  after: number
}

/** Says where, not why. */
const STACK_FRAME = /^\s*(?:at (?:\S.*[:(]|<\w+>$)|\.\.\. \d+ more$|❯ .*:\d+:\d+$)/
const MESSAGE_LINES = 2
const MESSAGE_LENGTH = 400
const TOLD_LINES = 400

/** `identity` says which names are the same test; two tests of one name in two files are one unless it uses the file. */
export function tally(framework: string, identity: (name: string, place: Place) => string = name => name): Tally {
  const entries = new Map<string, Entry>()
  const counted = { total: 0, passed: 0, failed: 0, skipped: 0 }
  const summed = { total: 0, passed: 0, failed: 0, skipped: 0 }
  let summaries = 0
  let failuresSummed = true
  let current: Entry | null = null

  const entry = (name: string, place: Place): Entry => {
    const key = identity(name, place)
    const known = entries.get(key) ?? { name, message: '', start: 0, end: 0, file: undefined, line: undefined, after: 0 }
    known.file ??= place.file
    known.line ??= place.line
    known.after = summaries
    entries.set(key, known)
    return known
  }
  return {
    fail(name, why = {}) {
      const told = entry(name, why)
      told.message ||= clip(why.message?.trim() ?? '')
    },
    open(name, n, place = {}) {
      const told = entry(name, place)
      current = told.start ? null : told
      if (current) current.start = current.end = n
    },
    tell(n, why) {
      if (!current || n - current.start > TOLD_LINES) return
      if (why === undefined) current.end = n
      if (!why?.trim()) return
      current.end = n
      if (STACK_FRAME.test(why)) return
      if (current.message === '') current.message = clip(why.trim())
      else if (current.message.split('\n').length < MESSAGE_LINES) current.message = clip(`${current.message}\n${why.trim()}`)
    },
    at(place) {
      if (!current || current.line !== undefined) return
      if (current.file !== undefined && !place.file?.endsWith(current.file)) return
      current.file ??= place.file
      current.line = place.line
    },
    close() {
      current = null
    },
    get isOpen() {
      return current !== null
    },
    get openName() {
      return current?.name ?? ''
    },
    get failures() {
      return entries.size
    },
    forget(name, place = {}) {
      entries.delete(identity(name, place))
    },
    has: (name, place = {}) => entries.has(identity(name, place)),
    count: counts => add(counted, counts),
    summary(counts) {
      summaries++
      failuresSummed &&= counts.failed !== undefined
      add(summed, counts)
    },
    report() {
      // Names before the last summary are noise where every summary says that nothing failed.
      const told = [...entries.values()].filter(
        one => !failuresSummed || summaries === 0 || summed.failed > 0 || one.after === summaries,
      )
      const sums = summaries ? summed : counted
      if (!summaries && !told.length && !sums.total) return null
      const failed = Math.max(sums.failed, told.length)
      const { skipped } = sums
      // More names than the summaries count: those tests were counted as passed, or not at all.
      const passed = failuresSummed || !summaries ? sums.passed : Math.max(0, sums.passed - (failed - sums.failed))
      return {
        framework,
        total: Math.max(sums.total, passed + failed + skipped),
        passed,
        failed,
        skipped,
        failedTests: told.map(failedTest),
      }
    },
  }
}

function add(sums: { total: number; passed: number; failed: number; skipped: number }, counts: Counts): void {
  const { failed = 0, skipped = 0 } = counts
  const passed = counts.passed ?? Math.max(0, (counts.total ?? 0) - failed - skipped)
  sums.failed += failed
  sums.skipped += skipped
  sums.passed += passed
  sums.total += counts.total ?? passed + failed + skipped
}

function failedTest(entry: Entry): FailedTest {
  return {
    name: entry.name,
    ...(entry.message && { message: entry.message }),
    ...(entry.start && { lines: [entry.start, entry.end] as const }),
    ...(entry.file !== undefined && { file: entry.file }),
    ...(entry.file !== undefined && entry.line !== undefined && { line: entry.line }),
  }
}

const clip = (text: string) => (text.length > MESSAGE_LENGTH ? `${text.slice(0, MESSAGE_LENGTH - 1)}…` : text)
