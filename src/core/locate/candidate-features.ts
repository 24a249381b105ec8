import { sectionAt } from '../log/sections.ts'
import type { ExcerptLine, LogExtract } from '../model/case-file.ts'
import { CATEGORIES } from '../model/category.ts'
import type { Section } from '../model/log.ts'
import type { FailedTest } from '../model/test-report.ts'

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

/** Where each of them stands in a row. */
export const AT = Object.fromEntries(CANDIDATE_FEATURES.map((name, i) => [name, i])) as Record<
  (typeof CANDIDATE_FEATURES)[number],
  number
>
export const log2 = (x: number) => Math.log2(1 + Math.max(0, x))

/** A log made ready for looking at many of its places. */
export interface View {
  readonly log: LogExtract
  readonly byNumber: Map<number, ExcerptLine>
  readonly best: number
  readonly verdicts: readonly number[]
  readonly failedTests: readonly FailedTest[]
}

export function viewOf(log: LogExtract): View {
  return {
    log,
    byNumber: new Map(log.lines.map(line => [line.n, line])),
    best: log.lines.reduce((best, line) => Math.max(best, line.score), 1e-6),
    verdicts: log.lines.filter(line => line.mark === 'error').map(line => line.n),
    failedTests: log.tests.flatMap(report => report.failedTests),
  }
}

/** A row for one place in the log; what depends on the kind of candidate is still to be written into it. */
export function describePlace(
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

/** Writes where among the recognised causes this one stands. */
export function describeOrder(features: Float32Array, causes: readonly number[], at: number) {
  const before = causes.filter(n => n < at)
  const after = causes.filter(n => n > at)
  features[AT.order] = log2(before.length)
  features[AT.orderEnd] = log2(after.length)
  features[AT.causes] = log2(causes.length)
  features[AT.sincePrevious] = before.length ? log2(at - (before.at(-1) as number)) : -1
  features[AT.toNext] = after.length ? log2((after[0] as number) - at) : -1
}
