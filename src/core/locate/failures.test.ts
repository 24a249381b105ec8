import { describe, expect, test } from 'vitest'
import { LOG_CATEGORIES } from '../classify/category-features.ts'
import type { Classification } from '../classify/classify.ts'
import type { CaseFile, LogExtract, Match } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import type { Candidate } from './candidates.ts'
import { failuresOf } from './failures.ts'
import type { Ranked } from './rank.ts'

const log = (parts: Partial<LogExtract> = {}): LogExtract => ({
  name: 'log',
  job: 'unit',
  format: 'plain',
  size: { lines: 100, bytes: 1000 },
  runner: null,
  sections: [],
  matches: [],
  tests: [],
  lines: [{ n: 1, text: 'x', score: 0 }],
  compared: false,
  ...parts,
})

const match = (rule: string, at: number, parts: Partial<Match> = {}): Match => ({
  rule,
  category: 'dependency',
  role: 'cause',
  title: `${rule} broke`,
  lines: [at, at + 2],
  at,
  text: `${rule} says so`,
  captures: {},
  transient: 0,
  repeats: 0,
  ...parts,
})

const features = new Float32Array(0)
const matched = (of: Match, rank: number, from = log()): Ranked => ({
  candidate: { kind: 'match', log: from, match: of, lines: of.lines, features },
  rank,
})
const looksBad = (text: string, lines: Candidate['lines'], rank: number, from = log()): Ranked => ({
  candidate: { kind: 'lines', log: from, text, lines, features },
  rank,
})

const classified = (category: Category): Classification => ({
  category,
  confidence: 0.8,
  transient: 0.1,
  categories: Float32Array.from(LOG_CATEGORIES, one => (one === category ? 0.8 : 0.02)),
})

const file = (parts: Partial<CaseFile> = {}): CaseFile => ({
  schema: 'sherpa.case/1',
  source: { kind: 'file', name: 'log' },
  run: null,
  jobs: [],
  logs: [log()],
  reports: [],
  notes: [],
  ...parts,
})
const shared = log()
const rulesOf = (failures: readonly { rule: string | null }[]) => failures.map(failure => failure.rule)

describe('the root', () => {
  test('is the best of the category, with its confidence; others follow by their own', () => {
    const ranked = [matched(match('a/lint', 5, { category: 'lint' }), 1.2), matched(match('b/dep', 9), 1)]
    const failures = failuresOf(file(), ranked, classified('dependency'))
    expect(failures).toMatchObject([
      { rule: 'b/dep', category: 'dependency', confidence: 0.8, lines: [9, 11], job: 'unit', message: 'b/dep says so' },
      { rule: 'a/lint', category: 'lint' },
    ])
  })

  test('is shown where it failed last, if it was tried again', () => {
    const [first, again] = [match('b/dep', 9), match('b/dep', 40)]
    const failures = failuresOf(
      file(),
      [first, again].map((one, i) => matched(one, 1 - i, shared)),
      classified('dependency'),
    )
    expect(failures).toMatchObject([{ rule: 'b/dep', lines: [40, 42] }])
  })

  test('is not the same failure told much less likely, or another one', () => {
    const ranked = [match('b/dep', 9), match('b/dep', 40), match('b/dep', 60, { title: 'b/dep: something else' })]
    const failures = failuresOf(
      file(),
      ranked.map((one, i) => matched(one, 2 - 3 * i, shared)),
      classified('dependency'),
    )
    expect(failures).toMatchObject([{ lines: [9, 11] }])
  })

  test('is never a symptom where anything else stands', () => {
    const symptom = match('make/error', 50, { role: 'symptom', category: 'unknown' })
    const failures = failuresOf(file(), [matched(symptom, 9), matched(match('b/dep', 9), -3)], classified('unknown'))
    expect(rulesOf(failures)).toEqual(['b/dep', 'make/error'])
  })

  test('is a symptom where nothing else stands', () => {
    const symptom = match('make/error', 50, { role: 'symptom', category: 'unknown' })
    expect(rulesOf(failuresOf(file(), [matched(symptom, 1)], classified('unknown')))).toEqual(['make/error'])
  })
})

test('a rule is told once a job', () => {
  const lint = log({ name: 'lint', job: 'lint' })
  const ranked = [
    matched(match('a/x', 5), 3),
    matched(match('a/x', 9), 2),
    matched(match('a/x', 7), 1, lint),
    looksBad('boom', [1, 1], 0),
  ]
  expect(failuresOf(file(), ranked, classified('dependency')).map(({ rule, job, lines }) => [rule, job, lines])).toEqual([
    ['a/x', 'unit', [5, 7]],
    ['a/x', 'lint', [7, 9]],
  ])
})

test('captures tell the file and the line', () => {
  const captures = { file: 'src/a.ts', line: '12', code: 'TS1' }
  expect(failuresOf(file(), [matched(match('a/x', 5, { captures }), 3)], classified('dependency'))[0]).toMatchObject({
    file: 'src/a.ts',
    line: 12,
    captures,
  })
  const odd = { file: 'src/a.ts', line: 'twelve' }
  expect(failuresOf(file(), [matched(match('a/x', 5, { captures: odd }), 3)], classified('dependency'))[0]).not.toHaveProperty(
    'line',
  )
})

test('of lines that no rule knows, job and step are those of the telling one', () => {
  const section = { kind: 'step', name: 'Run make', job: null, lines: [4, 9], failed: true } as const
  const from = log({ sections: [section], lines: [{ n: 6, text: '##[error]boom', score: 1 }] })
  expect(failuresOf(file({ logs: [from] }), [looksBad('##[error]boom', [1, 9], 0, from)], classified('compile'))).toMatchObject([
    { rule: null, category: 'compile', title: 'boom', message: '##[error]boom', lines: [1, 9], step: 'Run make' },
  ])
})

describe('an annotation', () => {
  const from = log({ format: 'annotations', size: { lines: 1, bytes: 0 } })
  const annotations = [{ level: 'failure', message: 'boom says so, loudly', file: 'src/a.ts', line: 7 }] as const

  test('cannot be pointed at in a log, but at the file it names', () => {
    const of = match('a/x', 1, { text: '##[error]boom says so' })
    const told = file({ jobs: [{ name: 'unit', conclusion: 'failure', annotations }], logs: [from] })
    expect(failuresOf(told, [matched(of, 1, from)], classified('dependency'))).toMatchObject([
      { lines: null, file: 'src/a.ts', line: 7 },
    ])
  })
})

describe('what no log tells', () => {
  const report = { framework: 'junit-xml', total: 2, passed: 1, failed: 1, skipped: 0, failedTests: [{ name: 'adds tax' }] }

  test('failed tests of a report come before lines that no rule knows, and after a cause that one does', () => {
    const reported = file({ reports: [report] })
    expect(failuresOf(reported, [looksBad('boom', [1, 1], 2)], classified('compile')).map(({ title }) => title)).toEqual([
      'test failed: adds tax',
      'boom',
    ])
    expect(rulesOf(failuresOf(reported, [matched(match('a/x', 5), 0)], classified('dependency')))).toEqual(['a/x', null])
  })

  test('a job without a log comes last; one that was cancelled does not count beside others', () => {
    const jobs = [
      { name: 'unit', conclusion: 'failure' },
      { name: 'e2e', conclusion: 'failure' },
      { name: 'deploy', conclusion: 'cancelled' },
    ] as const
    const failures = failuresOf(file({ jobs }), [matched(match('a/x', 5), 0)], classified('dependency'))
    expect(failures.map(({ job, lines }) => [job, lines])).toEqual([
      ['unit', [5, 7]],
      ['e2e', null],
    ])
    expect(failuresOf(file({ jobs: jobs.slice(2), logs: [] }), [], classified('dependency'))).toMatchObject([
      { job: 'deploy', category: 'cancelled' },
    ])
  })

  test('the run itself, where nothing is known of its jobs', () => {
    expect(failuresOf(file({ run: { conclusion: 'timed_out' }, logs: [] }), [], classified('dependency'))).toMatchObject([
      { category: 'timeout', title: 'the run ran out of time' },
    ])
  })
})

test('at most twenty are told', () => {
  const ranked = Array.from({ length: 50 }, (_, i) => matched(match(`a/${i}`, i + 1), -i))
  expect(failuresOf(file(), ranked, classified('dependency'))).toHaveLength(20)
})
