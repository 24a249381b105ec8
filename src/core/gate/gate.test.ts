import { describe, expect, test } from 'vitest'
import { job } from '../history/past.fixture.ts'
import type { Check } from '../ports/commits.ts'
import { judgeCanary } from './canary.ts'
import { judgeCi } from './ci.ts'
import { gateVerdict } from './condition.ts'
import { judgeIncidents } from './incidents.ts'
import { judgeSlo } from './slo.ts'
import { storedChecks } from './stored-checks.ts'

const COMMIT = 'c'.repeat(40)
const TROUBLE = { trouble: { code: 'gone', kind: 'world', message: 'nobody answered' } } as const

test.each([
  [[], 'inconclusive'],
  [['success'], 'success'],
  [['success', 'inconclusive'], 'inconclusive'],
  [['inconclusive', 'failure', 'success'], 'failure'],
] as const)('%j together: %s', (verdicts, all) => {
  expect(gateVerdict(verdicts.map(verdict => ({ verdict })))).toBe(all)
})

describe('CI', () => {
  const check = (name: string, state: Check['state'] = 'passed'): Check => ({ name, state })
  const judge = (value: readonly Check[], more = {}) => judgeCi({ value }, { commit: COMMIT, required: [], ignore: [], ...more })

  test.each([
    ['all green', [check('unit'), check('lint')], {}, 'success', '2 of 2 green, as it has to be'],
    ['one failed', [check('unit', 'failed'), check('lint', 'open')], {}, 'failure', '0 of 2 green; failed: unit'],
    ['one runs', [check('unit'), check('deploy', 'open')], {}, 'inconclusive', '1 of 2 green; not over: deploy'],
    [
      'the one that runs is the gate',
      [check('unit'), check('deploy', 'open')],
      { ignore: ['deploy'] },
      'success',
      '1 of 1 green',
    ],
    ['a required one is missing', [check('unit')], { required: ['e2e'] }, 'inconclusive', 'missing: e2e'],
    ['none has run', [], {}, 'inconclusive', 'no check has run'],
  ] as const)('%s', (_, checks, more, verdict, text) => {
    expect(judge(checks, more)).toMatchObject({ kind: 'ci', verdict, text: expect.stringContaining(text) })
  })

  test('nobody answers: inconclusive', () => {
    expect(judgeCi(TROUBLE, { commit: COMMIT, required: [], ignore: [] })).toMatchObject({
      verdict: 'inconclusive',
      observed: null,
    })
  })
})

describe('a measurement', () => {
  const slo = { name: 'errors', query: 'q', atMost: 0.01 }
  test.each([
    [[0.002], 'success', 'errors: 0.002, has to be at most 0.01.'],
    [[0.01], 'success', 'errors: 0.01, has to be at most 0.01.'],
    [[0.02], 'failure', 'errors: 0.02, has to be at most 0.01.'],
    [[0.002, 0.03], 'failure', 'errors: 0.03 (2 series), has to be at most 0.01.'],
    [[], 'inconclusive', 'errors: the query gives nothing; it has to be at most 0.01.'],
    [[Number.NaN], 'inconclusive', 'errors: NaN, has to be at most 0.01.'],
    [[0.002, Number.NaN], 'inconclusive', 'errors: NaN (2 series), has to be at most 0.01.'],
    [[Number.NaN, 0.03], 'failure', 'errors: 0.03 (2 series), has to be at most 0.01.'],
    [[Number.POSITIVE_INFINITY], 'failure', 'errors: Infinity, has to be at most 0.01.'],
  ])('%j at most 0.01: %s', (value, verdict, text) => {
    expect(judgeSlo({ value }, slo)).toMatchObject({ verdict, text, threshold: 'at most 0.01' })
  })

  test('at least, and both', () => {
    const up = { name: 'up', query: 'q', atLeast: 2 }
    expect(judgeSlo({ value: [3, 1] }, up)).toMatchObject({ verdict: 'failure', observed: 1 })
    expect(judgeSlo({ value: [3, 2] }, up)).toMatchObject({ verdict: 'success', observed: 2 })
    expect(judgeSlo({ value: [7] }, { ...up, atMost: 5 })).toMatchObject({
      verdict: 'failure',
      threshold: 'at least 2, at most 5',
    })
    expect(judgeSlo(TROUBLE, up)).toMatchObject({ verdict: 'inconclusive', text: 'up: nobody answered.' })
  })
})

test('incidents: none may be open', () => {
  const issue = { number: 7, title: 'database is away', url: 'u' }
  expect(judgeIncidents({ value: [] }, 'incident')).toMatchObject({ verdict: 'success', observed: 0, threshold: 0 })
  expect(judgeIncidents({ value: [issue] }, 'incident')).toMatchObject({
    ...{ verdict: 'failure', observed: 1, text: expect.stringContaining('#7 database is away') },
  })
  expect(judgeIncidents(TROUBLE, 'incident').verdict).toBe('inconclusive')
})

test.each([
  [{ verdict: 'sound', suspect: { commit: COMMIT }, runs: 24, pairs: 12 }, 'success'],
  [{ verdict: 'flaky', suspect: { commit: COMMIT }, runs: 24, pairs: 12 }, 'success'],
  [{ verdict: 'regression', suspect: { commit: COMMIT }, runs: 6, pairs: 3 }, 'failure'],
  [{ verdict: 'inconclusive', suspect: { commit: COMMIT }, runs: 8, pairs: 4 }, 'inconclusive'],
  [{ verdict: 'constructor', suspect: { commit: COMMIT }, runs: 8, pairs: 4 }, 'inconclusive'],
  [{ suspect: { commit: COMMIT }, runs: 8, pairs: 4 }, 'inconclusive'],
  [{ verdict: 'sound', suspect: { commit: 'd'.repeat(40) }, runs: 8, pairs: 4 }, 'inconclusive'],
  [{ verdict: 'sound', runs: 8, pairs: 4 }, 'inconclusive'],
  [{ verdict: 'sound', suspect: { commit: COMMIT }, runs: 0, pairs: 0 }, 'inconclusive'],
  [{ verdict: 'sound', suspect: { commit: COMMIT }, runs: 10, pairs: 0 }, 'inconclusive'],
  [{ verdict: 'sound', suspect: { commit: COMMIT }, runs: '24', pairs: '12' }, 'inconclusive'],
  [{ verdict: 'sound', suspect: { commit: COMMIT } }, 'inconclusive'],
  [{ verdict: 'regression', suspect: { commit: COMMIT }, runs: 0, pairs: 0 }, 'inconclusive'],
  [null, 'inconclusive'],
  ['sound', 'inconclusive'],
])('a canary of this commit that says %j: %s', (value, verdict) => {
  expect(judgeCanary({ value }, COMMIT).verdict).toBe(verdict)
})

test('checks out of the history: the newest job of each name', async () => {
  const stored = async function* () {
    yield job({ job: 'unit', run: 2, attempt: 2, conclusion: 'success', commit: COMMIT })
    yield job({ job: 'unit', run: 2, attempt: 1, conclusion: 'failure', commit: COMMIT })
    yield job({ job: 'lint', conclusion: 'failure', commit: 'other' })
    yield job({ job: 'docs', conclusion: 'skipped', commit: COMMIT })
    yield job({ job: 'e2e', conclusion: null, commit: COMMIT })
    yield job({ job: 'deploy', conclusion: 'cancelled', commit: COMMIT })
  }
  expect(await storedChecks(stored(), COMMIT)).toEqual([
    { name: 'ci / unit', state: 'passed' },
    { name: 'ci / docs', state: 'passed' },
    { name: 'ci / e2e', state: 'open' },
    { name: 'ci / deploy', state: 'open' },
  ])
})
