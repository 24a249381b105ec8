import { sectionAt } from '../log/sections.ts'
import type { CaseFile, ExcerptLine, LogExtract, Match } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import { CATEGORIES } from '../model/category.ts'
import type { Section } from '../model/log.ts'
import type { FailedTest, TestReport } from '../model/test-report.ts'

/**
 * What could be the root of a failure: a place where a rule matched, a failing test, or, where neither says anything, the lines
 * that look most like an explanation.
 */
export type Candidate = {
  readonly log: LogExtract
  readonly lines: readonly [number, number]
  readonly features: Float32Array
} & (
  | { readonly kind: 'match'; readonly match: Match }
  | { readonly kind: 'test'; readonly report: TestReport; readonly test: FailedTest }
  | { readonly kind: 'lines'; readonly text: string }
)

/** The category a candidate speaks for; null where only its words can tell. */
export const candidateCategory = (candidate: Candidate): Category | null =>
  candidate.kind === 'match' ? candidate.match.category : candidate.kind === 'test' ? 'test' : null

/** What the ranking trees look at, in this order. */
export const CANDIDATE_FEATURES = [
  'cause',
  'summary',
  'symptom',
  'test',
  'lines',
  'scoreAt',
  'scoreMax',
  'scoreMean',
  'scoreShare',
  'toEnd',
  'position',
  'order',
  'orderEnd',
  'inFailedStep',
  'inFailedCommand',
  'novel',
  'transient',
  'causes',
  'repeats',
  'extent',
  'markedError',
  'sincePrevious',
  'toNext',
  'failedTests',
  'inFailedTest',
  'toVerdict',
  'total',
  'pointed',
  'agreed',
  'sameBefore',
  'sameAfter',
  ...CATEGORIES,
] as const

export const CANDIDATE_WIDTH = CANDIDATE_FEATURES.length

const AT = Object.fromEntries(CANDIDATE_FEATURES.map((name, i) => [name, i])) as Record<
  (typeof CANDIDATE_FEATURES)[number],
  number
>
const MAX_TESTS = 20
const log2 = (x: number) => Math.log2(1 + Math.max(0, x))

/** Everything in a case that could be the root, with the figures that rank it. */
export const candidatesOf = (file: CaseFile): Candidate[] => file.logs.flatMap(candidatesOfLog)

export function candidatesOfLog(log: LogExtract): Candidate[] {
  const view = viewOf(log)
  const found: Candidate[] = []
  const causes = log.matches.filter(match => match.role === 'cause')
  const sames = new Map([...Map.groupBy(log.matches, sameKey)].map(([key, list]) => [key, list.map(match => match.at)]))
  for (const match of log.matches) {
    const features = describe(view, match.lines, match.at)
    features[AT[match.role]] = 1
    features[AT[match.category]] = 1
    features[AT.transient] = match.transient
    features[AT.repeats] = log2(match.repeats)
    const same = sames.get(sameKey(match)) ?? []
    features[AT.sameBefore] = log2(same.filter(at => at < match.at).length)
    features[AT.sameAfter] = log2(same.filter(at => at > match.at).length)
    ordinal(
      features,
      causes.map(cause => cause.at),
      match.at,
    )
    found.push({ kind: 'match', log, match, lines: match.lines, features })
  }
  for (const report of log.tests) {
    for (const test of report.failedTests.filter(test => test.lines).slice(0, MAX_TESTS)) {
      const lines = test.lines as readonly [number, number]
      const features = describe(view, lines, lines[0])
      features[AT.test] = 1
      features[AT.transient] = 0.12
      ordinal(
        features,
        causes.map(cause => cause.at),
        lines[0],
      )
      found.push({ kind: 'test', log, report, test, lines, features })
    }
  }
  for (const run of bestRuns(log)) {
    const features = describe(view, run, run[0])
    features[AT.lines] = 1
    features[AT.transient] = 0.1
    ordinal(
      features,
      causes.map(cause => cause.at),
      run[0],
    )
    found.push({ kind: 'lines', log, lines: run, text: textOf(view, run), features })
  }
  return found
}

/** Matches that say the same: a test that failed again when it was tried again. */
const sameKey = ({ rule, title }: Match) => `${rule} ${title}`

interface View {
  readonly log: LogExtract
  readonly byNumber: Map<number, ExcerptLine>
  readonly best: number
  readonly verdicts: readonly number[]
  readonly failedTests: readonly FailedTest[]
}

function viewOf(log: LogExtract): View {
  return {
    log,
    byNumber: new Map(log.lines.map(line => [line.n, line])),
    best: log.lines.reduce((best, line) => Math.max(best, line.score), 1e-6),
    verdicts: log.lines.filter(line => line.mark === 'error').map(line => line.n),
    failedTests: log.tests.flatMap(report => report.failedTests),
  }
}

function describe(
  { log, byNumber, best, verdicts, failedTests }: View,
  [start, end]: readonly [number, number],
  at: number,
): Float32Array {
  const features = new Float32Array(CANDIDATE_WIDTH)
  const inside: ExcerptLine[] = []
  for (let n = start; n <= end && n < start + 60; n++) {
    const line = byNumber.get(n)
    if (line) inside.push(line)
  }
  const scores = inside.map(line => line.score)
  const max = Math.max(0, ...scores)
  const set = (name: keyof typeof AT, value: number) => {
    features[AT[name]] = value
  }
  set('scoreAt', byNumber.get(at)?.score ?? 0)
  set('scoreMax', max)
  set('scoreMean', scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length))
  set('scoreShare', max / best)
  set('toEnd', log2(log.size.lines - at))
  set('position', at / Math.max(1, log.size.lines))
  set('inFailedStep', failedFlag(log.sections, at, 'step'))
  set('inFailedCommand', failedFlag(log.sections, at, 'command'))
  set('novel', log.compared ? (byNumber.get(at)?.novel ? 1 : 0) : -1)
  set('extent', log2(end - start))
  set('markedError', byNumber.get(at)?.mark === 'error' ? 1 : 0)
  set('failedTests', log2(failedTests.length))
  set('inFailedTest', failedTests.some(({ lines }) => lines && lines[0] <= at && at <= lines[1]) ? 1 : 0)
  const verdict = verdicts.find(n => n >= at)
  set('toVerdict', verdict === undefined ? -1 : log2(verdict - at))
  set('total', log2(log.size.lines))
  return features
}

function failedFlag(sections: readonly Section[], n: number, kind: Section['kind']): number {
  const section = sectionAt(sections, n, kind)
  return section ? (section.failed ? 1 : 0) : -1
}

/** Where among the recognised causes this one stands. */
function ordinal(features: Float32Array, causes: readonly number[], at: number) {
  const before = causes.filter(n => n < at)
  const after = causes.filter(n => n > at)
  features[AT.order] = log2(before.length)
  features[AT.orderEnd] = log2(after.length)
  features[AT.causes] = log2(causes.length)
  features[AT.sincePrevious] = before.length ? log2(at - (before.at(-1) as number)) : -1
  features[AT.toNext] = after.length ? log2((after[0] as number) - at) : -1
}

const MAX_RUNS = 3

/** The best-scored lines and their equals around them. */
function bestRuns(log: LogExtract): (readonly [number, number])[] {
  const runs: [number, number][] = []
  const tops = [...log.lines].filter(line => line.text.trim() !== '').sort((a, b) => b.score - a.score || b.n - a.n)
  for (const top of tops.slice(0, 30)) {
    if (runs.length >= MAX_RUNS) break
    if (runs.some(([start, end]) => top.n >= start - 2 && top.n <= end + 2)) continue
    const index = log.lines.indexOf(top)
    let start = index
    let end = index
    const goesOn = (from: number, to: number) => {
      const [a, b] = [log.lines[from], log.lines[to]]
      return a && b && Math.abs(a.n - b.n) === 1 && b.score >= top.score * 0.5
    }
    while (index - start < 20 && goesOn(start, start - 1)) start--
    while (end - index < 20 && goesOn(end, end + 1)) end++
    runs.push([log.lines[start]?.n ?? top.n, log.lines[end]?.n ?? top.n])
  }
  return runs
}

function textOf({ byNumber }: View, [start, end]: readonly [number, number]): string {
  let best: ExcerptLine | undefined
  for (let n = start; n <= end; n++) {
    const line = byNumber.get(n)
    if (line && line.text.trim() !== '' && (!best || line.score > best.score)) best = line
  }
  return best?.text ?? ''
}

/**
 * How often, on labelled logs, a rule's match lay where people pointed and its category was theirs: log-odds, drawn towards the
 * mean of the rule's role where few projects showed it.
 */
export interface RuleRecord {
  readonly pointed: number
  readonly agreed: number
}

/** The record of each rule by id; of rules never seen, their role's under `role:cause`, `role:summary`, `role:symptom`. */
export type RuleRecords = Readonly<Record<string, RuleRecord>>

/** Writes the rules' records into the candidates' features. */
export function recall(candidates: readonly Candidate[], records: RuleRecords): void {
  for (const candidate of candidates) {
    if (candidate.kind !== 'match') continue
    const record = records[candidate.match.rule] ?? records[`role:${candidate.match.role}`]
    candidate.features[AT.pointed] = record?.pointed ?? 0
    candidate.features[AT.agreed] = record?.agreed ?? 0
  }
}
