import type { Baseline } from '../log/baseline.ts'
import { indexByNumber } from '../log/excerpt.ts'
import { mask } from '../log/mask.ts'
import type { Match } from '../model/case-file.ts'
import type { LineMark, LogLine, Section } from '../model/log.ts'
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

/** What the trees look at, a row a line, in this order. Unknown is -1. */
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

const AT = Object.fromEntries(LINE_FEATURES.map((name, i) => [name, i])) as Record<(typeof LINE_FEATURES)[number], number>
const log2 = (x: number) => Math.log2(1 + Math.max(0, x))

/** One row of {@link LINE_FEATURES} for each line. */
export function lineFeatures(evidence: Evidence, text: Float32Array): Float32Array {
  const { lines } = evidence
  const rows = new Float32Array(lines.length * LINE_WIDTH)
  const set = (i: number, feature: number, value: number) => {
    rows[i * LINE_WIDTH + feature] = value
  }
  placeAndShape(evidence, set)
  matchesAndTests(evidence, set)
  sectionsAndVerdicts(evidence, set)
  words(evidence, set)
  wordsAround(evidence, text, set)
  return rows
}

type Set_ = (i: number, feature: number, value: number) => void

function placeAndShape({ lines, total }: Evidence, set: Set_) {
  const seen = new Map<string, number>()
  const masked = lines.map(line => mask(line.text))
  for (const text of masked) seen.set(text, (seen.get(text) ?? 0) + 1)
  const size = log2(total)
  let blankAt = -1
  lines.forEach((line, i) => {
    const blank = line.text.trim() === ''
    set(i, AT.toEnd, log2(total - line.n))
    set(i, AT.position, line.n / total)
    set(i, AT.total, size)
    set(i, AT.blank, blank ? 1 : 0)
    set(i, AT.length, log2(line.text.length))
    set(i, AT.indent, Math.min(20, line.text.length - line.text.trimStart().length))
    set(i, AT.repeats, blank ? 0 : log2(seen.get(masked[i] as string) ?? 0))
    set(i, AT.blankAbove, Math.min(20, i - blankAt))
    const before = lines[i - 1]?.timeMs
    set(i, AT.gapBefore, line.timeMs !== undefined && before !== undefined ? log2(line.timeMs - before) : -1)
    if (blank) blankAt = i
  })
}

function matchesAndTests({ lines, matches, tests }: Evidence, set: Set_) {
  const indexOf = indexByNumber(lines)
  const paint = ([start, end]: readonly [number, number], feature: number, value: number) => {
    for (let i = indexOf(start); i < lines.length && (lines[i] as LogLine).n <= end; i++) set(i, feature, value)
  }
  const causes = matches.filter(match => match.role === 'cause')
  const order = [...new Set(causes.map(match => match.rule))]
  for (const match of causes) {
    paint(match.lines, AT.inCause, 1)
    paint(match.lines, AT.causeOrder, 1 + order.indexOf(match.rule))
    set(indexOf(match.at), AT.cause, 1)
  }
  for (const match of matches) {
    if (match.role === 'summary') {
      paint(match.lines, AT.inSummary, 1)
      set(indexOf(match.at), AT.summary, 1)
    } else if (match.role === 'symptom') set(indexOf(match.at), AT.symptom, 1)
  }
  if (causes.length > 0) {
    paint((causes[0] as Match).lines, AT.firstCause, 1)
    paint((causes.at(-1) as Match).lines, AT.lastCause, 1)
  }
  const failed = tests.flatMap(report => report.failedTests)
  for (const test of failed.slice(0, 200)) {
    if (!test.lines) continue
    paint(test.lines, AT.inFailedTest, 1)
    set(Math.min(lines.length - 1, indexOf(test.lines[0])), AT.failedTestStart, 1)
  }
  distances(
    lines,
    causes.map(match => indexOf(match.at)),
    AT.causeAbove,
    AT.causeBelow,
    set,
  )
  distances(
    lines,
    matches.filter(match => match.role === 'summary').map(match => indexOf(match.at)),
    AT.summaryAbove,
    -1,
    set,
  )
  lines.forEach((_, i) => {
    set(i, AT.causes, log2(causes.length))
    set(i, AT.failedTests, log2(failed.length))
  })
}

/** Writes for each line how many kept lines lie between it and the nearest of some places above (and below). */
function distances(lines: readonly LogLine[], places: readonly number[], above: number, below: number, set: Set_) {
  const here = new Uint8Array(lines.length)
  for (const place of places) here[place] = 1
  for (let i = 0, far = -1; i < lines.length; i++) {
    far = here[i] ? 0 : far < 0 ? -1 : far + 1
    set(i, above, far < 0 ? -1 : log2(far))
  }
  if (below < 0) return
  for (let i = lines.length - 1, far = -1; i >= 0; i--) {
    far = here[i] ? 0 : far < 0 ? -1 : far + 1
    set(i, below, far < 0 ? -1 : log2(far))
  }
}

function sectionsAndVerdicts({ lines, sections }: Evidence, set: Set_) {
  const indexOf = indexByNumber(lines)
  const known = { step: false, command: false }
  for (const section of sections) if (section.failed && section.kind !== 'group') known[section.kind] = true
  for (const section of sections) {
    if (!section.failed || section.kind === 'group') continue
    const feature = section.kind === 'step' ? AT.inFailedStep : AT.inFailedCommand
    for (let i = indexOf(section.lines[0]); i < lines.length && (lines[i] as LogLine).n <= section.lines[1]; i++)
      set(i, feature, 1)
  }
  const is = (mark: LineMark, line: LogLine) => (line.mark === mark ? 1 : 0)
  let command = -1
  lines.forEach((line, i) => {
    if (line.mark === 'command' || line.mark === 'step') command = i
    set(i, AT.sinceCommand, command < 0 ? -1 : log2(i - command))
    set(i, AT.markError, is('error', line))
    set(i, AT.markWarning, is('warning', line))
    set(i, AT.echo, line.echo ? 1 : 0)
    set(i, AT.marked, line.mark ? 1 : 0)
    if (!known.step) set(i, AT.inFailedStep, -1)
    if (!known.command) set(i, AT.inFailedCommand, -1)
  })
  let verdict = -1
  for (let i = lines.length - 1; i >= 0; i--) {
    if ((lines[i] as LogLine).mark === 'error') verdict = i
    set(i, AT.toVerdict, verdict < 0 ? -1 : log2(verdict - i))
  }
}

function words({ lines }: Evidence, set: Set_) {
  const { frame, severityNear, signNear } = AT
  for (const [name, pattern] of WORDINGS) {
    const feature = AT[name]
    const flags = testEach(pattern, lines)
    for (let i = 0; i < lines.length; i++) if (flags[i]) set(i, feature, 1)
    if (name === 'trace') for (let i = 0; i < lines.length; i++) set(i, frame, flags[i] as number)
    if (name === 'severity') for (let i = 0; i < lines.length; i++) set(i, severityNear, around(flags, i, 4))
    if (name === 'sign') for (let i = 0; i < lines.length; i++) set(i, signNear, around(flags, i, 6))
  }
}

/** 1 for each line that the pattern finds something in. */
function testEach(pattern: RegExp, lines: readonly LogLine[]): Uint8Array {
  const flags = new Uint8Array(lines.length)
  for (let i = 0; i < lines.length; i++) if (pattern.test((lines[i] as LogLine).text)) flags[i] = 1
  return flags
}

const around = (values: Uint8Array, i: number, reach: number) => {
  let sum = 0
  for (let k = Math.max(0, i - reach); k <= i + reach && k < values.length; k++) sum += values[k] as number
  return sum
}

function wordsAround({ lines }: Evidence, text: Float32Array, set: Set_) {
  const keyword = testEach(KEYWORD, lines)
  const sorted = Float32Array.from(text).sort()
  const best = sorted.at(-1) ?? 0
  const at = (i: number) => text[Math.min(lines.length - 1, Math.max(0, i))] as number
  const bestAt = text.indexOf(best)
  for (let i = 0; i < lines.length; i++) {
    let sum = 0
    let max = Number.NEGATIVE_INFINITY
    for (let k = Math.max(0, i - 8); k <= i + 8 && k < lines.length; k++) {
      const value = text[k] as number
      if (k >= i - 3 && k <= i + 3) sum += value
      if (value > max) max = value
    }
    set(i, AT.keyword, keyword[i] as number)
    set(i, AT.keywordNear, around(keyword, i, 5))
    set(i, AT.text, at(i))
    set(i, AT.textAbove1, at(i - 1))
    set(i, AT.textBelow1, at(i + 1))
    set(i, AT.textAbove2, at(i - 2))
    set(i, AT.textBelow2, at(i + 2))
    set(i, AT.textNear, sum)
    set(i, AT.textMax, max)
    set(i, AT.textToBest, best - at(i))
    set(i, AT.textRank, log2(rankFromTop(sorted, at(i))))
    set(i, AT.bestAbove, i >= bestAt ? log2(i - bestAt) : -1)
    set(i, AT.bestBelow, i <= bestAt ? log2(bestAt - i) : -1)
  }
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
