import { expect, test } from 'vitest'
import type { TestFlakiness } from '../model/flakiness.ts'
import { costlyTests } from './costly-tests.ts'
import { DAY, T0 } from './past.fixture.ts'

const JOB = { repository: 'acme/web', workflow: 'ci', job: 'unit' }
const NOW = T0 + 90 * DAY

const judged = (name: string, state: TestFlakiness['state'], unexplained: number, sinceDaysAgo = 1): TestFlakiness => ({
  ...JOB,
  name,
  state,
  rate: 0.1,
  interval: [0.05, 0.2],
  runs: 100,
  failures: 12,
  since: { commit: 'c1', at: new Date(NOW - sinceDaysAgo * DAY).toISOString(), after: null },
  evidence: {
    ever: state === 'flaky' ? 1 : 0,
    now: 0,
    unexplained,
    mixed: 0,
    lines: 0,
    logged: 0,
    outages: 2,
    badImages: [],
    lastFailure: null,
  },
  trend: [],
})

test('flaky by what has no reason, broken by all that is no outage, fixed last and for a month only', () => {
  const tests = [
    judged('seldom', 'flaky', 2.5),
    judged('mended', 'fixed', 0),
    judged('sound', 'healthy', 0),
    judged('long mended', 'fixed', 0, 40),
    judged('often', 'flaky', 11),
    judged('broken', 'broken', 0),
  ]
  expect(costlyTests(tests, [{ ...JOB, durationP50Ms: 60_000 }], NOW).map(({ name, lostMs }) => [name, lostMs])).toEqual([
    ['often', 660_000],
    ['broken', 600_000],
    ['seldom', 150_000],
    ['mended', 600_000],
  ])
})

test('where nothing tells how long a job takes, by failures', () => {
  const tests = [judged('a', 'flaky', 1), { ...judged('b', 'flaky', 1), failures: 13 }]
  expect(costlyTests(tests, [], NOW).map(({ name, lostMs }) => [name, lostMs])).toEqual([
    ['b', null],
    ['a', null],
  ])
})
