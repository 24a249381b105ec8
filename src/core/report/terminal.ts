/** A report for a terminal, made to be read at 3 a.m.: what broke, whether a re-run helps, where, the lines, what to do. */
import type { Diagnosis, Failure } from '../model/diagnosis.ts'
import type { FailedTest, TestReport } from '../model/test-report.ts'
import { shownCauses } from './causes.ts'
import { chooseExcerpts, type Excerpt, type Row } from './excerpt.ts'
import { inert, inertLine, withoutCommands } from './inert.ts'
import { createPaint, type Paint } from './paint.ts'
import { unusual } from './unusual.ts'
import { cutEnd, cutMiddle, displayWidth, wrap } from './width.ts'
import {
  confidenceWords,
  count,
  fileWords,
  lineWords,
  number2,
  otherFailures,
  place,
  readWords,
  rerunTone,
  rerunVerdict,
} from './words.ts'

/** How the terminal is. */
export interface TerminalOptions {
  /** Columns; 80 where it is not known. */
  readonly width?: number
  readonly color?: boolean
  /** False for terminals that show ASCII only. */
  readonly unicode?: boolean
}

const MOST_LINES = 30
const MOST_TESTS = 10
const MOST_FAILURES = 8
/** Prose wider than this is hard to read. */
const MEASURE = 96

/** The report, ending in a line feed. */
export function renderTerminal(
  diagnosis: Diagnosis,
  { width = 80, color = false, unicode = true }: TerminalOptions = {},
): string {
  const page: Page = { width: Math.max(24, width), paint: createPaint({ color }), signs: unicode ? UNICODE : ASCII }
  const excerpts = chooseExcerpts(diagnosis, MOST_LINES)
  const parts = [
    head(diagnosis, page),
    where(diagnosis, page),
    untoldMessage(diagnosis, excerpts, page),
    ...excerpts.map(excerpt => excerptLines(excerpt, diagnosis, page)),
    ...diagnosis.tests.map(report => failedTests(report, page)),
    prose('Why', diagnosis.explanation, page),
    causes(diagnosis, page),
    anomalies(diagnosis, page),
    steps(diagnosis.nextSteps, page),
    furtherFailures(diagnosis.failures, page),
    notes(diagnosis, page),
    wrap(`read ${readWords(diagnosis)}`, textWidth(page)).map(line => `  ${page.paint.quiet(line)}`),
  ]
  const lines = parts.filter(part => part.length > 0).map(part => part.join('\n'))
  return `${withoutCommands(lines.join('\n\n'))}\n`
}

interface Page {
  readonly width: number
  readonly paint: Paint
  readonly signs: typeof UNICODE
}

const UNICODE = { bad: '✖', none: '•', rerun: '↻', bar: '│', matched: '▸', gap: '⋮', more: '…', into: '›', dot: '·' }
const ASCII: typeof UNICODE = {
  bad: 'x',
  none: '*',
  rerun: '~',
  bar: '|',
  matched: '>',
  gap: ':',
  more: '...',
  into: '>',
  dot: '-',
}

function head(diagnosis: Diagnosis, page: Page): string[] {
  const { paint, signs } = page
  const failed = diagnosis.failures.length > 0
  const sign = failed ? paint.bad(signs.bad) : signs.none
  const headline = wrap(inertLine(diagnosis.headline), textWidth(page)).map(
    (line, index) => `${index === 0 ? sign : ' '} ${paint.headline(line)}`,
  )
  if (!failed && diagnosis.highlights.length === 0) return headline
  const category = `${diagnosis.category} ${signs.dot} ${confidenceWords(diagnosis.confidence)} (${number2(diagnosis.confidence)})`
  const verdict = wrap(rerunVerdict(diagnosis.transient), textWidth(page) - 2)
  return [
    ...headline,
    `  ${category}`,
    ...verdict.map((line, index) => `  ${paint[rerunTone(diagnosis.transient)](`${index === 0 ? signs.rerun : ' '} ${line}`)}`),
  ]
}

function where({ failures }: Diagnosis, page: Page): string[] {
  const root = failures[0]
  if (!root) return []
  const file = inertLine(fileWords(root))
  const at = [inertLine(place(root, page.signs.into)), lineWords(root.lines)].filter(Boolean).join(', ')
  return [at, file].filter(Boolean).flatMap(text => wrap(text, textWidth(page)).map(line => `  ${page.paint.name(line)}`))
}

/** The root's message, where none of the lines shown says it: annotations and step conclusions stand in no log. */
function untoldMessage({ failures, headline }: Diagnosis, excerpts: readonly Excerpt[], page: Page): string[] {
  const message = firstLine(failures[0]?.message ?? '')
  const told = [headline, ...excerpts.flatMap(({ rows }) => rows.map(row => ('n' in row ? row.text : '')))]
  if (message === '' || told.some(text => inertLine(text).includes(message))) return []
  return wrap(message, textWidth(page)).map(line => `  ${line}`)
}

function excerptLines({ job, rows }: Excerpt, { failures }: Diagnosis, page: Page): string[] {
  const digits = Math.max(3, ...rows.map(row => ('n' in row ? String(row.n).length : 0)))
  const title =
    job !== null && job !== failures[0]?.job
      ? [`  ${page.paint.name(cutEnd(inertLine(job), page.width - 2, page.signs.more))}`]
      : []
  return [...title, ...rows.map(row => excerptLine(row, digits, page))]
}

function excerptLine(row: Row, digits: number, { width, paint, signs }: Page): string {
  if ('gap' in row) return `  ${' '.repeat(digits)} ${paint.quiet(`${signs.gap} ${count(row.gap, 'line')}`)}`
  const gutter = `${String(row.n).padStart(digits)} `
  const text = cutMiddle(inertLine(row.text), width - digits - 5, signs.more)
  return row.matched
    ? `${paint.bad(signs.matched)} ${gutter}${paint.bad(signs.bar)} ${paint.matched(text)}`.trimEnd()
    : `  ${paint.quiet(`${gutter}${signs.bar}`)} ${text}`.trimEnd()
}

function failedTests(report: TestReport, page: Page): string[] {
  const failed = Math.max(report.failed, report.failedTests.length)
  if (failed === 0) return []
  const { paint, signs } = page
  const shown = report.failedTests.slice(0, MOST_TESTS)
  const more = failed - shown.length
  return [
    ...titled(
      'Failed tests',
      `${failed} of ${count(Math.max(report.total, failed), 'test')}, ${inertLine(report.framework)}`,
      page,
    ),
    ...shown.flatMap((test, index) => failedTest(test, shown[index - 1], page)),
    ...(more > 0 && shown.length > 0 ? [`  ${paint.quiet(`${signs.more} and ${more} more`)}`] : []),
  ]
}

/** A test and, unless the test before it says the same, the first line of why it failed. */
function failedTest({ name, message }: FailedTest, before: FailedTest | undefined, { width, paint, signs }: Page): string[] {
  const first = firstLine(message ?? '')
  const shown = cutMiddle(inertLine(name), width - 4, signs.more)
  const told = first === '' || name.includes(first) || first === firstLine(before?.message ?? '') ? [] : [first]
  return [`  ${paint.bad(signs.bad)} ${shown}`, ...told.map(line => `    ${paint.quiet(cutMiddle(line, width - 4, signs.more))}`)]
}

function firstLine(text: string): string {
  return inertLine(
    inert(text)
      .split('\n')
      .find(line => line.trim() !== '')
      ?.trim() ?? '',
  )
}

function prose(title: string, text: string, page: Page): string[] {
  if (text.trim() === '') return []
  return [...titled(title, '', page), ...wrap(inertLine(text), textWidth(page)).map(line => `  ${line}`)]
}

function anomalies(diagnosis: Diagnosis, page: Page): string[] {
  const sentences = unusual(diagnosis)
  if (sentences.length === 0) return []
  return [
    ...titled('Unusual', 'against the past of its jobs', page),
    ...sentences.flatMap(sentence =>
      wrap(inertLine(sentence), textWidth(page) - 2).map((line, row) => `  ${row === 0 ? page.signs.dot : ' '} ${line}`),
    ),
  ]
}

function causes(diagnosis: Diagnosis, page: Page): string[] {
  const shown = shownCauses(diagnosis)
  if (shown.length === 0) return []
  const indented = (text: string, head: string) =>
    wrap(text, textWidth(page) - head.length).map((line, row) => `  ${row === 0 ? head : ' '.repeat(head.length)}${line}`)
  return [
    ...titled('Suspects', 'what speaks for them', page),
    ...shown.flatMap(({ title, verdict, evidence }, index) => [
      ...indented(`${inertLine(title)}: ${verdict}`, `${index + 1}. `),
      ...evidence.flatMap(({ sign, text }) => indented(inertLine(text), `   ${sign} `).map(page.paint.quiet)),
    ]),
  ]
}

function steps(nextSteps: readonly string[], page: Page): string[] {
  if (nextSteps.length === 0) return []
  const numbered = nextSteps.flatMap((step, index) => {
    const number = `${index + 1}. `
    return wrap(inertLine(step), textWidth(page) - number.length).map(
      (line, row) => `  ${row === 0 ? number : ' '.repeat(number.length)}${line}`,
    )
  })
  return [...titled('Next', '', page), ...numbered]
}

function furtherFailures(all: readonly Failure[], page: Page): string[] {
  const [root] = all
  const failures = otherFailures(all)
  if (failures.length === 0) return []
  const { paint, signs, width } = page
  const shown = failures.slice(0, MOST_FAILURES).map(failure => {
    const elsewhere = failure.job !== root?.job || failure.step !== root?.step
    const at = [elsewhere ? inertLine(place(failure, signs.into)) : '', lineWords(failure.lines)].filter(Boolean).join(', ')
    const title = cutMiddle(inertLine(failure.title), width - 4, signs.more)
    const room = width - 4 - displayWidth(title) - 2
    const told = at && room >= 12 ? `  ${paint.quiet(cutMiddle(at, room, signs.more))}` : ''
    return `  ${signs.dot} ${title}${told}`
  })
  const more = failures.length - shown.length
  return [
    ...titled('Also failed', '', page),
    ...shown,
    ...(more > 0 ? [`  ${paint.quiet(`${signs.more} and ${more} more`)}`] : []),
  ]
}

function notes({ notes: texts }: Diagnosis, page: Page): string[] {
  if (texts.length === 0) return []
  const { paint, signs } = page
  return [
    ...titled('Could not be read', '', page),
    ...texts.flatMap(({ text }) =>
      wrap(inertLine(text), textWidth(page) - 2).map((line, row) => `  ${paint.doubtful(row === 0 ? signs.dot : ' ')} ${line}`),
    ),
  ]
}

function titled(title: string, rest: string, { width, paint, signs }: Page): string[] {
  const fitted = cutEnd(rest, width - title.length - 4, signs.more)
  return [`  ${paint.title(title)}${fitted ? `  ${paint.quiet(fitted)}` : ''}`]
}

function textWidth({ width }: Page): number {
  return Math.min(width, MEASURE) - 2
}
