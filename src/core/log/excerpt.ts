import type { ExcerptLine, Match } from '../model/case-file.ts'
import type { TestReport } from '../model/test-report.ts'

const NEAR_MATCH = 6
const NEAR_SCORE = 4
const TAIL = 60
const LAST = 30
const MAX_LINES = 3000

/** The lines that a case file carries: around matches, failed tests, high scores, and the end; at most a few thousand. */
export function chooseLines(
  lines: readonly ExcerptLine[],
  matches: readonly Match[],
  tests: readonly TestReport[],
): ExcerptLine[] {
  const worth = new Float64Array(lines.length)
  const indexOf = indexByNumber(lines)
  const raise = (from: number, to: number, value: number) => {
    for (let i = Math.max(0, from); i <= to && i < lines.length; i++) worth[i] = Math.max(worth[i] as number, value)
  }
  for (const match of matches)
    raise(indexOf(match.lines[0]) - NEAR_MATCH, indexOf(match.lines[1]) + NEAR_MATCH, match.role === 'cause' ? 3 : 1)
  for (const { failedTests } of tests) {
    for (const { lines: span } of failedTests.slice(0, 50))
      if (span) raise(indexOf(span[0]) - 1, Math.min(indexOf(span[1]), indexOf(span[0]) + 40), 2)
  }
  lines.forEach((line, i) => {
    if (line.novel) raise(i, i, 0.6)
    if (line.score > 0.1) raise(i - NEAR_SCORE, i + NEAR_SCORE, line.score * 4)
  })
  raise(lines.length - TAIL, lines.length - 1, 0.5)
  raise(lines.length - LAST, lines.length - 1, 9)
  const floor = nthLargest(worth, MAX_LINES)
  return lines.filter((_, i) => (worth[i] as number) > 0 && (worth[i] as number) >= floor).slice(-MAX_LINES * 2)
}

function nthLargest(values: Float64Array, n: number): number {
  if (values.length <= n) return 0
  return Float64Array.from(values).sort().at(-n) as number
}

/** Line number → index of that line, or of the next kept one. */
export function indexByNumber(lines: readonly { readonly n: number }[]): (n: number) => number {
  return n => {
    let low = 0
    let high = lines.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((lines[middle] as { n: number }).n < n) low = middle + 1
      else high = middle
    }
    return low
  }
}
