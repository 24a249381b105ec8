import { expect, test } from 'vitest'
import type { PolicyFacts } from './facts.ts'
import { type Circumstances, guard } from './guards.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { line, MINUTE, T0 } from './line.fixture.ts'

const facts: PolicyFacts = {
  remedy: 'rerun-failed-jobs',
  params: {},
  risk: 'low',
  reversible: false,
  costMinutes: 10,
  failure: { category: 'network', nature: 'transient', confidence: 0.9, transient: 0.9, fingerprint: 'v1:a', job: 'unit' },
  run: {
    repository: 'acme/web',
    workflow: 'ci',
    run: 7,
    attempt: 1,
    event: 'push',
    branch: 'main',
    base: 'main',
    pullRequest: null,
    commit: 'c1',
    actor: 'ann',
    triggeredBy: 'ann',
    fork: false,
    files: [],
    labels: [],
    author: null,
    title: null,
  },
  environments: null,
  now: { at: new Date(T0).toISOString(), weekday: 1, hour: 0 },
}
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
const run = (given: Partial<PolicyFacts['run']>): Partial<PolicyFacts> => ({ run: { ...facts.run, ...given } })

test('nothing stands in the way', () => {
  expect(guard(facts, wanted, calm)).toEqual({ verdict: 'allow', reasons: [] })
})

test('what was touched a moment ago is left to cool down', () => {
  const ledger = [line('started', 'a', 14), line('done', 'a', 13)]
  expect(guard(facts, wanted, { ...calm, ledger })).toMatchObject({
    verdict: 'allow',
    reasons: [{ code: 'cool-down' }],
    notBeforeMs: T0 + MINUTE,
  })
})

test.each<[string, 'deny' | 'ask', Partial<Circumstances>, Partial<PolicyFacts>]>([
  ['kill-switch', 'deny', { stopped: 'The kill switch is on.' }, {}],
  ['kill-switch', 'deny', {}, run({ labels: ['Sherpa-Off'] })],
  ['ledger-unavailable', 'deny', { ledger: null }, {}],
  ['own-workflow', 'deny', { isOwnWorkflow: true }, {}],
  ['in-progress', 'deny', { status: 'in_progress' }, {}],
  ['in-progress', 'deny', { status: 'queued' }, {}],
  ['too-old', 'deny', { startedMs: T0 - 31 * 24 * 60 * MINUTE }, {}],
  ['in-flight', 'deny', { ledger: [line('started', 'a', 9)] }, {}],
  ['attempt-cap', 'deny', {}, run({ attempt: 3, triggeredBy: 'sherpa[bot]' })],
  [
    'breaker-open',
    'deny',
    {
      ledger: [1, 2, 3].flatMap(i => [
        line('started', `${i}`, 50, { target: { run: i, commit: `${i}`, thing: `run:${i}` } }),
        line('not-healed', `${i}`, 40, { target: { run: i, commit: `${i}`, thing: `run:${i}` } }),
      ]),
    },
    {},
  ],
  ['outage', 'ask', { outage: '6 jobs failed at once.' }, {}],
  ['fork', 'ask', {}, run({ fork: true })],
  ['person-reran', 'ask', {}, run({ attempt: 2, triggeredBy: 'ann' })],
])('%s: %s', (code, verdict, circumstances, given) => {
  const decision = guard({ ...facts, ...given }, wanted, { ...calm, ...circumstances })
  expect([decision.verdict, decision.reasons[0]?.code]).toEqual([verdict, code])
})

test('what is none of their business passes', () => {
  const passes = (given: Partial<PolicyFacts>, circumstances: Partial<Circumstances> = {}) =>
    guard({ ...facts, ...given }, wanted, { ...calm, ...circumstances }).verdict
  expect(passes(run({ attempt: 2, triggeredBy: 'sherpa[bot]' }))).toBe('allow')
  expect(passes({ remedy: 'open-issue' }, { status: 'in_progress', startedMs: 0 })).toBe('allow')
  expect(passes({ remedy: 'open-issue' }, { outage: '6 jobs failed at once.' })).toBe('allow')
  expect(passes({}, { startedMs: null, status: null })).toBe('allow')
  expect(passes({}, { ledger: [line('started', 'a', 16), line('done', 'a', 15)] })).toBe('allow')
})
