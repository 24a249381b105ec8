import { describe, expect, test } from 'vitest'
import type { RemedyId } from '../model/plan.ts'
import { completeFacts, type SomeFacts } from './complete-facts.ts'
import { type Circumstances, guard } from './guards.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { line, MINUTE, T0 } from './line.fixture.ts'

const DAY = 24 * 60 * MINUTE
const calm: Circumstances = {
  limits: DEFAULT_LIMITS,
  ledger: [],
  outage: null,
  status: 'completed',
  startedMs: T0 - 30 * MINUTE,
  stopped: null,
  isOwnWorkflow: false,
  nowMs: T0,
}
const wanted = { remedy: 'rerun-failed-jobs' as const, target: line('started', 'x', 0).target, costMinutes: 10 }

/** The verdict, and why. */
function said(given: SomeFacts, circumstances: Partial<Circumstances> = {}): string[] {
  const { verdict, reasons } = guard(completeFacts(given), wanted, { ...calm, ...circumstances })
  return [verdict, ...reasons.map(({ code }) => code)]
}

const RERUNS: readonly RemedyId[] = ['rerun-failed-jobs', 'rerun-job', 'rerun-run']

describe('what only stands in the way of re-runs', () => {
  test.each<[string, SomeFacts['run'], Partial<Circumstances>, string[]]>([
    ['a run that is not over', {}, { status: 'in_progress' }, ['deny', 'in-progress']],
    ['a run of long ago', {}, { startedMs: T0 - 30 * DAY - 1 }, ['deny', 'too-old']],
    ['the last attempt', { attempt: 3, triggeredBy: 'ci[bot]' }, {}, ['deny', 'attempt-cap']],
    ['an attempt of a person', { attempt: 2, triggeredBy: 'ann' }, {}, ['ask', 'person-reran']],
  ])('%s', (_, run, circumstances, expected) => {
    for (const remedy of RERUNS) expect(said({ remedy, run }, circumstances)).toEqual(expected)
    for (const remedy of ['open-issue', 'roll-back-deployment', 'cancel-run'] as const)
      expect(said({ remedy, run }, circumstances)).toEqual(['allow'])
  })
})

describe('up to where', () => {
  test('a run of 30 days is not too old', () => {
    expect(said({}, { startedMs: T0 - 30 * DAY })).toEqual(['allow'])
  })

  test('an attempt before the last', () => {
    expect(said({ run: { attempt: 2, triggeredBy: 'ci[bot]' } })).toEqual(['allow'])
    expect(said({ run: { attempt: 4, triggeredBy: 'ci[bot]' } })).toEqual(['deny', 'attempt-cap'])
  })

  test('a first attempt is no re-run of a person, and one of whom nobody knows neither', () => {
    expect(said({ run: { attempt: 1, triggeredBy: 'ann' } })).toEqual(['allow'])
    expect(said({ run: { attempt: 2, triggeredBy: null } })).toEqual(['allow'])
    expect(said({ run: { attempt: 2, triggeredBy: '[bot]ann' } })).toEqual(['ask', 'person-reran'])
  })

  test('an outage asks, but for opening an issue about it', () => {
    expect(said({}, { outage: 'Six jobs failed.' })).toEqual(['ask', 'outage'])
    expect(said({ remedy: 'open-issue' }, { outage: 'Six jobs failed.' })).toEqual(['allow'])
  })

  test('a fork, where it is known to be one', () => {
    expect([said({ run: { fork: false } }), said({ run: { fork: null } }), said({ run: { fork: true } })]).toEqual([
      ['allow'],
      ['allow'],
      ['ask', 'fork'],
    ])
  })

  test('other labels stop nothing', () => {
    expect(said({ run: { labels: ['bug', 'sherpa'] } })).toEqual(['allow'])
    expect(said({ run: { labels: ['bug', 'sherpa-off'] } })).toEqual(['deny', 'kill-switch'])
    const limits = { ...DEFAULT_LIMITS, killSwitch: { label: 'halt', variable: 'HALT' } }
    expect(said({ run: { labels: ['sherpa-off'] } }, { limits })).toEqual(['allow'])
    expect(said({ run: { labels: ['halt'] } }, { limits })).toEqual(['deny', 'kill-switch'])
  })
})

test('all that forbids is told, and nothing of what only asks', () => {
  expect(said({ run: { fork: true } }, { isOwnWorkflow: true, outage: 'Nine jobs failed.', status: 'queued' })).toEqual([
    'deny',
    'own-workflow',
    'in-progress',
  ])
  expect(said({ run: { fork: true } }, { outage: 'Nine jobs failed.' })).toEqual(['ask', 'outage', 'fork'])
})

test('without a ledger nothing is known to be under way', () => {
  expect(said({}, { ledger: null })).toEqual(['deny', 'ledger-unavailable'])
})

test('to wait is no denial, and stays known beside one', () => {
  const ledger = [line('started', 'a', 14), line('done', 'a', 13)]
  const decision = guard(completeFacts({ run: { fork: true } }), wanted, { ...calm, ledger })
  expect(decision).toMatchObject({ verdict: 'ask', notBeforeMs: T0 + MINUTE })
  expect(decision.reasons.map(({ code }) => code)).toEqual(['fork'])
  expect(guard(completeFacts({}), wanted, calm)).not.toHaveProperty('notBeforeMs')
})

test('a budget that is spent denies', () => {
  const ledger = [60, 50].flatMap(ago => [line('started', `${ago}`, ago), line('not-healed', `${ago}`, ago - 5)])
  expect(said({}, { ledger })).toEqual(['deny', 'budget-run'])
})
