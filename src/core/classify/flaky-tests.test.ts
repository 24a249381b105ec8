import { expect, test } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import type { KnownTest } from '../model/past.ts'
import { signal } from '../signals/flaky-test.ts'
import { knownFlaky, weighFlakiness } from './flaky-tests.ts'

const known = (given: Partial<KnownTest>, blamed = 0.9): KnownTest => ({
  job: 'unit',
  name: 'cart › adds tax',
  state: 'flaky',
  rate: 0.1,
  interval: [0.05, 0.2],
  runs: 100,
  failures: 10,
  evidence: {
    ever: 0.99,
    now: 0.9,
    unexplained: 9.6,
    mixed: 3,
    lines: 7,
    outages: 0,
    logged: 0,
    badImages: [],
    lastFailure: { run: 7, commit: 'c', at: '2026-01-05T00:00:00Z', blamed },
  },
  ...given,
})

const caseOf = (failed: readonly string[], tests: readonly KnownTest[], run = 8) =>
  ({
    run: { run },
    jobs: [{ name: 'unit', conclusion: 'failure' }],
    logs: [],
    reports: [{ failedTests: failed.map(name => ({ name })) }],
    past: { runs: [], tests },
  }) as unknown as CaseFile

const verdict = { category: 'test', transient: 0.2 } as const

test('a test that is known as flaky, and nothing else, makes the failure one', () => {
  expect(weighFlakiness(verdict, caseOf(['cart › adds tax'], [known({})]))).toEqual({ category: 'flaky_test', transient: 0.9 })
})

test.each([
  ['another test failed, too', caseOf(['cart › adds tax', 'user › logs in'], [known({})])],
  ['it is broken now', caseOf(['cart › adds tax'], [known({ state: 'broken' })])],
  ['it is flaky in another job', caseOf(['cart › adds tax'], [known({ job: 'e2e' })])],
  ['this failure has another reason', caseOf(['cart › adds tax'], [known({}, 0.1)], 7)],
  ['there is no history', caseOf(['cart › adds tax'], [])],
  ['no test failed', caseOf([], [known({})])],
  [
    'too many fail at once',
    caseOf(
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'd'].map(name => known({ name })),
    ),
  ],
])('it stays what it was where %s', (_, file) => {
  expect(weighFlakiness(verdict, file)).toEqual(verdict)
})

test('no other category becomes flaky', () => {
  const network = { category: 'network', transient: 0.8 } as const
  expect(weighFlakiness(network, caseOf(['cart › adds tax'], [known({})]))).toEqual(network)
})

test('the evidence is shown', () => {
  const file = caseOf(['cart › adds tax'], [known({})])
  expect([...knownFlaky(file).keys()]).toEqual(['cart › adds tax'])
  expect(signal.find({ file, failures: [], transient: 0.9, dependencies: [], runners: [] })).toEqual([
    {
      suspect: { kind: 'flaky_test', subject: 'cart › adds tax', title: 'cart › adds tax is flaky' },
      text: 'failed 10 times in 100 runs for no reason that the history knows; on 7 pull requests and branches; 3 commits failed and passed on one runner image; rate 10.0 %, between 5.0 % and 20.0 %',
      weight: 4,
    },
  ])
})
