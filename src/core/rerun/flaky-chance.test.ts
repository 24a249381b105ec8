import { expect, test } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import type { KnownTest } from '../model/past.ts'
import { flakyChance } from './flaky-chance.ts'

type Given = Partial<Omit<KnownTest, 'evidence'>> & { readonly evidence?: Partial<KnownTest['evidence']> }

const known = (name: string, { evidence, ...given }: Given = {}): KnownTest => ({
  job: 'unit',
  name,
  state: 'flaky',
  rate: 0.02,
  interval: [0.01, 0.05],
  runs: 300,
  failures: 6,
  ...given,
  evidence: {
    ever: 0.99,
    now: 0.95,
    unexplained: 6,
    mixed: 2,
    lines: 4,
    outages: 0,
    logged: 0,
    badImages: [],
    blamedOn: ['#3', 'main'],
    lastFailure: null,
    ...evidence,
  },
})
const caseOf = (failed: readonly string[], tests: readonly KnownTest[]) =>
  ({
    run: { pullRequest: 7, branch: 'fix' },
    logs: [],
    reports: [{ failedTests: failed.map(name => ({ name })) }],
    past: { runs: [], tests },
  }) as unknown as CaseFile

test('a test that is known to be flaky most likely failed by itself', () => {
  const { flaky, passes } = flakyChance(caseOf(['a'], [known('a')]))
  expect(flaky).toBeGreaterThan(0.95)
  expect(passes).toBeCloseTo(flaky * 0.98, 5)
})

test('one that may be flaky is weighed against how often changes break tests', () => {
  const perhaps = (now: number) =>
    flakyChance(caseOf(['a'], [known('a', { state: 'healthy', rate: 0.004, evidence: { ever: 0.2, now } })])).flaky
  expect(perhaps(0.2)).toBeGreaterThan(0.8)
  expect(perhaps(0.005)).toBeLessThan(0.2)
})

test.each<[string, readonly string[], readonly KnownTest[]]>([
  ['a test of which nothing is known', ['a'], []],
  ['one of two', ['a', 'b'], [known('a')]],
  ['one that is broken', ['a'], [known('a', { state: 'broken' })]],
  ['one that failed on this pull request alone', ['a'], [known('a', { evidence: { blamedOn: ['#7'] } })]],
  ['one of which nobody says where it failed', ['a'], [known('a', { evidence: { blamedOn: [] } })]],
  ['more at once than flakiness makes', ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd'].map(name => known(name))],
  ['no test', [], []],
])('no flakiness: %s', (_, failed, tests) => {
  expect(flakyChance(caseOf(failed, tests))).toEqual({ flaky: 0, passes: 0 })
})
