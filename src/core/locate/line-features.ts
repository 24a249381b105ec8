import type { Baseline } from '../log/baseline.ts'
import { indexByNumber } from '../log/excerpt.ts'
import { mask } from '../log/mask.ts'
import type { Match } from '../model/case-file.ts'
import type { LogLine, Section } from '../model/log.ts'
import type { TestReport } from '../model/test-report.ts'
import { KEYWORD, WORDINGS } from './wordings.ts'

/** All that is known of a log's lines when they are weighed. */
export interface Evidence {
  readonly lines: readonly LogLine[]
  readonly sections: readonly Section[]
  readonly matches: readonly Match[]
  readonly tests: readonly TestReport[]
  readonly baseline?: Baseline | undefined
  /** Lines of the whole log. */
  readonly total: number
}

/** What the trees look at, in this order. Unknown is -1. */
export const LINE_FEATURES = [
  'toEnd',
  'position',
  'cause',
  'inCause',
  'summary',
  'inSummary',
  'symptom',
  'inFailedTest',
  'failedTestStart',
  'inFailedStep',
  'inFailedCommand',
  'toVerdict',
  'sinceCommand',
  'markError',
  'markWarning',
  'echo',
  'marked',
  'blank',
  'length',
  'indent',
  'repeats',
  'keyword',
  'keywordNear',
  'causeAbove',
  'causeBelow',
  'text',
  'textAbove1',
  'textBelow1',
  'textAbove2',
  'textBelow2',
  'textNear',
  'textMax',
  'textToBest',
  'textRank',
  'total',
  'causes',
  'frame',
  'gapBefore',
  'firstCause',
  'lastCause',
  'summaryAbove',
  'blankAbove',
  'causeOrder',
  'failedTests',
  'bestAbove',
  'bestBelow',
  'severity',
  'exception',
  'sign',
  'expectation',
  'place',
  'warning',
  'absence',
  'diff',
  'numbered',
  'capitals',
  'success',
  'trace',
  'severityNear',
  'signNear',
] as const

/** Values a line. */
export const LINE_WIDTH = LINE_FEATURES.length

const log2 = (x: number) => Math.log2(1 + Math.max(0, x))

/**
 * A table with a row for each line, column after column in the order of {@link LINE_FEATURES}: what is the same for many lines is filled in or
 * copied at once.
 */
export function lineFeatures(evidence: Evidence, text: Float32Array): Float32Array {
  const count = evidence.lines.length
  const table = new Float32Array(LINE_WIDTH * count)
  const columns = Object.fromEntries(
    LINE_FEATURES.map((name, i) => [name, table.subarray(i * count, (i + 1) * count)]),
  ) as Columns
  placeAndShape(evidence, columns)
  matchesAndTests(evidence, columns)
  sectionsAndVerdicts(evidence, columns)
  words(evidence, columns)
  wordsAround(evidence, text, columns)
  return table
}

type Columns = Readonly<Record<(typeof LINE_FEATURES)[number], Float32Array>>

function placeAndShape({ lines, total }: Evidence, columns: Columns) {
  const { toEnd, position, blank, length, indent, repeats, blankAbove, gapBefore } = columns
  const seen = new Map<string, number>()
  const masked = lines.map(line => mask(line.text))
  for (const text of masked) seen.set(text, (seen.get(text) ?? 0) + 1)
  columns.total.fill(log2(total))
  let blankAt = -1
  lines.forEach((line, i) => {
    const isBlank = line.text.trim() === ''
    toEnd[i] = log2(total - line.n)
    position[i] = line.n / total
    blank[i] = isBlank ? 1 : 0
    length[i] = log2(line.text.length)
    indent[i] = Math.min(20, line.text.length - line.text.trimStart().length)
    repeats[i] = isBlank ? 0 : log2(seen.get(masked[i] as string) ?? 0)
    blankAbove[i] = Math.min(20, i - blankAt)
    const before = lines[i - 1]?.timeMs
    gapBefore[i] = line.timeMs !== undefined && before !== undefined ? log2(line.timeMs - before) : -1
    if (isBlank) blankAt = i
  })
}

function matchesAndTests({ lines, matches, tests }: Evidence, columns: Columns) {
  const indexOf = indexByNumber(lines)
  const paint = ([start, end]: readonly [number, number], column: Float32Array, value = 1) =>
    column.fill(value, indexOf(start), indexOf(end + 1))
  const causes = matches.filter(match => match.role === 'cause')
  const summaries = matches.filter(match => match.role === 'summary')
  const order = [...new Set(causes.map(match => match.rule))]
  for (const match of causes) {
    paint(match.lines, columns.inCause)
    paint(match.lines, columns.causeOrder, 1 + order.indexOf(match.rule))
  }
  for (const match of summaries) paint(match.lines, columns.inSummary)
  markPlaces(causes, lines, columns.cause)
  markPlaces(summaries, lines, columns.summary)
  markPlaces(
    matches.filter(match => match.role === 'symptom'),
    lines,
    columns.symptom,
  )
  if (causes.length > 0) {
    paint((causes[0] as Match).lines, columns.firstCause)
    paint((causes.at(-1) as Match).lines, columns.lastCause)
  }
  const failed = tests.flatMap(report => report.failedTests)
  for (const test of failed.slice(0, 200)) {
    if (!test.lines) continue
    paint(test.lines, columns.inFailedTest)
    columns.failedTestStart[Math.min(lines.length - 1, indexOf(test.lines[0]))] = 1
  }
  fromAbove(columns.cause, columns.causeAbove)
  fromBelow(columns.cause, columns.causeBelow)
  fromAbove(columns.summary, columns.summaryAbove)
  columns.causes.fill(log2(causes.length))
  columns.failedTests.fill(log2(failed.length))
}

/** Writes 1 for each line that matched. */
function markPlaces(matches: readonly Match[], lines: readonly LogLine[], column: Float32Array) {
  const indexOf = indexByNumber(lines)
  for (const { at } of matches) column[indexOf(at)] = 1
}

/** Writes for each line how many kept lines lie between it and the nearest of some places above. */
function fromAbove(places: Float32Array, distance: Float32Array) {
  for (let i = 0, far = -1; i < places.length; i++) {
    far = places[i] ? 0 : far < 0 ? -1 : far + 1
    distance[i] = far < 0 ? -1 : log2(far)
  }
}

/** The same of those below. */
function fromBelow(places: Float32Array, distance: Float32Array) {
  fromAbove(places.toReversed(), distance)
  distance.reverse()
}

function sectionsAndVerdicts({ lines, sections }: Evidence, columns: Columns) {
  const { sinceCommand, markError, markWarning, echo, marked, toVerdict } = columns
  const indexOf = indexByNumber(lines)
  const inFailed = { step: columns.inFailedStep, command: columns.inFailedCommand }
  const failed = sections.filter(section => section.failed)
  for (const kind of ['step', 'command'] as const) {
    const ofKind = failed.filter(section => section.kind === kind)
    if (ofKind.length === 0) inFailed[kind].fill(-1)
    for (const { lines: span } of ofKind) inFailed[kind].fill(1, indexOf(span[0]), indexOf(span[1] + 1))
  }
  let command = -1
  lines.forEach((line, i) => {
    if (line.mark === 'command' || line.mark === 'step') command = i
    sinceCommand[i] = command < 0 ? -1 : log2(i - command)
    if (line.mark === 'error') markError[i] = 1
    if (line.mark === 'warning') markWarning[i] = 1
    if (line.mark) marked[i] = 1
    if (line.echo) echo[i] = 1
  })
  fromBelow(markError, toVerdict)
}

function words({ lines }: Evidence, columns: Columns) {
  for (const [name, pattern] of WORDINGS) testEach(pattern, lines, columns[name])
  columns.frame.set(columns.trace)
  sumAround(columns.severity, 4, columns.severityNear)
  sumAround(columns.sign, 6, columns.signNear)
}

/** Writes 1 for each line that the pattern finds something in. */
function testEach(pattern: RegExp, lines: readonly LogLine[], found: Float32Array) {
  for (let i = 0; i < lines.length; i++) if (pattern.test((lines[i] as LogLine).text)) found[i] = 1
}

/** Writes for each line how many are marked of itself and of those up to `reach` above and below. */
function sumAround(marks: Float32Array, reach: number, sums: Float32Array) {
  let sum = 0
  for (let below = 0; below < marks.length + reach; below++) {
    const i = below - reach
    if (below < marks.length) sum += marks[below] as number
    if (i > reach) sum -= marks[i - reach - 1] as number
    if (i >= 0) sums[i] = sum
  }
}

function wordsAround({ lines }: Evidence, text: Float32Array, columns: Columns) {
  const { textNear, textMax, textToBest, textRank, bestAbove, bestBelow } = columns
  testEach(KEYWORD, lines, columns.keyword)
  sumAround(columns.keyword, 5, columns.keywordNear)
  columns.text.set(text)
  shift(text, -1, columns.textAbove1)
  shift(text, 1, columns.textBelow1)
  shift(text, -2, columns.textAbove2)
  shift(text, 2, columns.textBelow2)
  const sorted = Float32Array.from(text).sort()
  const best = sorted.at(-1) ?? 0
  const bestAt = text.indexOf(best)
  for (let i = 0; i < lines.length; i++) {
    let sum = 0
    let max = Number.NEGATIVE_INFINITY
    for (let k = Math.max(0, i - 8); k <= i + 8 && k < lines.length; k++) {
      const value = text[k] as number
      if (k >= i - 3 && k <= i + 3) sum += value
      if (value > max) max = value
    }
    textNear[i] = sum
    textMax[i] = max
    textToBest[i] = best - (text[i] as number)
    textRank[i] = log2(rankFromTop(sorted, text[i] as number))
    bestAbove[i] = i >= bestAt ? log2(i - bestAt) : -1
    bestBelow[i] = i <= bestAt ? log2(bestAt - i) : -1
  }
}

/** Writes for each line the value of the one so many lines below it; at the ends, of the last there is. */
function shift(values: Float32Array, lines: number, into: Float32Array) {
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0]
  if (lines < 0) into.fill(first).set(values.subarray(0, Math.max(0, values.length + lines)), Math.min(values.length, -lines))
  else into.fill(last).set(values.subarray(lines))
}

/** How many values of an ascending list are larger. */
function rankFromTop(sorted: Float32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return sorted.length - low
}
