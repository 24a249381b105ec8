import { LONGEST_MS } from '../model/duration.ts'
import type { FailedTest, TestReport } from '../model/test-report.ts'
import { attributes, decode, tokens } from './lines/xml-tokens.ts'

/**
 * JUnit's XML report in the dialects of Surefire, Gradle, Ant, pytest, jest-junit, gotestsum, CTest, PHPUnit and xUnit
 * converters. https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report-3.0.2.xsd,
 * https://github.com/testmoapp/junitxml. There is no standard: cases are counted, totals in attributes are not trusted.
 * Document types are refused and entities other than XML's own stay as they are written.
 */

const MESSAGE_LENGTH = 400

interface Case {
  name: string
  file: string | undefined
  line: number | undefined
  outcome: 'passed' | 'failed' | 'skipped'
  message: string
  text: string
  durationMs: number | undefined
  /** Failures of the same case before the outcome, where the report keeps them inside. */
  failedBefore: number
}

/** The tests of one XML file, and what was wrong with the file if it could not be read to its end. */
export function parseJunitXml(text: string, name: string): TestReport | { trouble: string; report?: TestReport } {
  const { cases, isReport, trouble } = readCases(text, name)
  if (!trouble) return report(lastOnes(cases))
  return isReport ? { trouble, report: report(lastOnes(cases)) } : { trouble }
}

/** One result of one test; a test that was tried again has several, in their order. */
export interface JunitResult {
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly durationMs?: number
  readonly message?: string
}

/** Every result of one XML file, those of retries too, and what was wrong with the file if it could not be read to its end. */
export function junitResults(
  text: string,
  name: string,
): { readonly results: readonly JunitResult[]; readonly trouble: string | null } {
  const { cases, trouble } = readCases(text, name)
  const results = cases.flatMap((one): JunitResult[] => {
    const { name, message } = failedTest(one)
    const retried = Array.from({ length: one.failedBefore }, () => ({ name, outcome: 'failed' as const }))
    const last = {
      name,
      outcome: one.outcome,
      ...(one.durationMs !== undefined && { durationMs: one.durationMs }),
      ...(message !== undefined && { message }),
    }
    return [...retried, last]
  })
  return { results, trouble }
}

function readCases(text: string, name: string): { cases: Case[]; isReport: boolean; trouble: string | null } {
  const cases: Case[] = []
  const suites: { name: string; file: string | undefined }[] = []
  const open: string[] = []
  let current = null as Case | null
  /** The element of the current case whose text says why. */
  let why: string | null = null
  let isReport = false
  let trouble: string | null = null

  for (const token of tokens(text)) {
    if (token.kind === 'trouble') {
      trouble = token.what
      break
    }
    if (token.kind === 'text') {
      if (current && why && current.text.length < MESSAGE_LENGTH) current.text += token.raw ? token.text : decode(token.text)
    } else if (token.kind === 'open') {
      begin(token.name, token.attributes)
      if (token.isEmpty) end(token.name)
      else open.push(token.name)
    } else {
      if (open.pop() !== token.name) {
        trouble = `</${token.name}> closes an element that is not open`
        break
      }
      end(token.name)
    }
  }
  if (!isReport)
    return { cases, isReport, trouble: `${name} is no JUnit report: it has no <testsuite>${trouble ? ` (${trouble})` : ''}` }
  if (!trouble && open.length) trouble = `it ends inside <${open.at(-1)}>`
  if (current) cases.push(current)
  return { cases, isReport, trouble: trouble && `${name} is broken XML: ${trouble}` }

  function begin(element: string, source: string) {
    if (element === 'testsuite' || element === 'testsuites' || element === 'assemblies') isReport = true
    if (element === 'testsuite') {
      const { name: suite = '', file, filepath } = attributes(source)
      suites.push({ name: suite, file: file ?? filepath })
    } else if (element === 'testcase') {
      const of = attributes(source)
      const suite = suites.at(-1)
      const owner = of['classname'] ?? of['class'] ?? suite?.name ?? ''
      const title = of['name'] ?? ''
      const line = Number(of['line'] ?? of['lineno'] ?? Number.NaN)
      const seconds = Number((of['time'] ?? '').replaceAll(',', '') || Number.NaN)
      current = {
        name: fullName(owner, title),
        file: of['file'] ?? suite?.file,
        line: Number.isInteger(line) && line > 0 ? line : undefined,
        outcome: /^(?:notrun|disabled|skipped)$/i.test(of['status'] ?? '') ? 'skipped' : 'passed',
        message: '',
        text: '',
        durationMs: seconds >= 0 && seconds * 1000 <= LONGEST_MS ? Math.round(seconds * 1e6) / 1000 : undefined,
        failedBefore: 0,
      }
    } else if (current && (element === 'failure' || element === 'error')) {
      const { message = '', type = '' } = attributes(source)
      // A test may fail and then error on the way out: the first of the two says why.
      if (current.outcome !== 'failed') current.message = message || type
      current.outcome = 'failed'
      why = current.text ? null : element
    } else if (current && (element === 'skipped' || element === 'ignored' || element === 'disabled')) {
      if (current.outcome === 'passed') current.outcome = 'skipped'
    } else if (current && RETRIES.has(element)) current.failedBefore++
  }

  function end(element: string) {
    if (element === 'testsuite') suites.pop()
    else if (element === why) why = null
    else if (element === 'testcase' && current) {
      cases.push(current)
      current = null
    }
  }
}

/** Surefire's: the first two stand in a case that passed at last, the others in one that has its `<failure>` too. */
const RETRIES = new Set(['flakyFailure', 'flakyError', 'rerunFailure', 'rerunError'])

/** The same test again is a retry: its last outcome stands, unless it was skipped then. */
function lastOnes(cases: readonly Case[]): ReadonlyMap<string, Case> {
  const last = new Map<string, Case>()
  for (const one of cases) {
    const key = `${one.file ?? ''}\n${one.name}`
    if (!last.has(key) || one.outcome !== 'skipped') last.set(key, one)
  }
  return last
}

/** `class.test`, `file › test`; jest-junit and others repeat the one in the other. */
function fullName(owner: string, title: string): string {
  if (
    !owner ||
    title === owner ||
    title.startsWith(`${owner}.`) ||
    title.startsWith(`${owner} `) ||
    title.startsWith(`${owner}::`)
  )
    return title
  if (!title) return owner
  return `${owner}${/^[\w.$\\/-]+$/.test(owner) && !/\s/.test(title) ? '.' : ' › '}${title}`
}

function report(cases: ReadonlyMap<string, Case>): TestReport {
  const all = [...cases.values()]
  const of = (outcome: Case['outcome']) => all.filter(one => one.outcome === outcome)
  const failed = of('failed')
  return {
    framework: 'junit-xml',
    total: all.length,
    passed: of('passed').length,
    failed: failed.length,
    skipped: of('skipped').length,
    failedTests: failed.map(failedTest),
  }
}

function failedTest({ name, message, text, file, line }: Case): FailedTest {
  const why = (message || text).trim().split(/\r?\n/).slice(0, 2).join('\n').slice(0, MESSAGE_LENGTH)
  return { name, ...(why && { message: why }), ...(file !== undefined && { file }), ...(line !== undefined && { line }) }
}
