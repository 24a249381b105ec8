import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TestFlakiness } from '../model/flakiness.ts'
import type { PastTest } from '../model/history.ts'
import { flakinessOf } from './flakiness.ts'
import { HOUR_MS, passes, resultsOf, START_MS, streamOf, type Told } from './results.fixture.ts'

const DAY_MS = 24 * HOUR_MS

const judge = (results: readonly PastTest[], untilMs = START_MS + 90 * DAY_MS) =>
  flakinessOf(streamOf(results), { sinceMs: START_MS, untilMs })

/** What is said of the one test that the results are of. */
async function judgeOne(told: readonly Told[], days?: number): Promise<TestFlakiness> {
  const [found] = await judge(resultsOf(told), days === undefined ? undefined : START_MS + days * DAY_MS)
  if (!found) throw new Error('nothing was said')
  return found
}

/** Fails and passes at once on one commit of a pull request. */
const mixed = (pr: number): Told[] => [
  { pr, fails: true, commit: `p${pr}`, run: pr },
  { pr, commit: `p${pr}`, run: pr, attempt: 2 },
]

describe('a flaky test', () => {
  it('fails and passes on the same commits of several pull requests', async () => {
    const found = await judgeOne(
      [...passes(40), ...mixed(1), ...passes(40), ...mixed(2), ...passes(40), ...mixed(3), ...passes(20)],
      8,
    )
    expect(found).toMatchObject({ state: 'flaky', runs: 146, failures: 3, since: { commit: 'p1', after: 'c39' } })
    expect(found.evidence).toMatchObject({ mixed: 3, lines: 3 })
    expect(found.rate).toBeCloseTo(3 / 146, 1)
    expect(found.interval[0]).toBeLessThan(3 / 146)
    expect(found.interval[1]).toBeGreaterThan(3 / 146)
  })

  it('fails now and then on the branch, with nobody else in trouble', async () => {
    const lone: Told[] = [...passes(60), { fails: true }, {}]
    expect(await judgeOne([...lone, ...lone, ...lone, ...passes(20)], 10)).toMatchObject({ state: 'flaky' })
  })

  it('is fixed after it passed often enough, and for two weeks', async () => {
    const bad = [1, 2, 3, 4, 5, 6].flatMap(pr => [...passes(8), ...mixed(pr)])
    const found = await judgeOne([...bad, ...passes(400)], 20)
    expect(found).toMatchObject({ state: 'fixed', since: { commit: 'p6', after: 'p6' } })
    expect(found.rate).toBeGreaterThan(0.04)
    expect(await judgeOne([...bad, ...passes(100)], 7)).toMatchObject({ state: 'flaky' })
  })
})

describe('what is no flaky test', () => {
  it('one that is known by logs alone, which tell of failures and of no pass', async () => {
    const told: Told[] = [...passes(3), ...passes(4), ...passes(5)].map((one, at) => ({
      ...one,
      fails: true,
      logOnly: true,
      run: at,
    }))
    const found = await judgeOne(told)
    expect(found).toMatchObject({ state: 'healthy', since: null, runs: 12, failures: 12, evidence: { logged: 12, mixed: 0 } })
    expect(found.interval[1] - found.interval[0]).toBeGreaterThan(0.9)
  })

  it('what logs tell changes nothing of what reports tell', async () => {
    const lone: Told[] = [...passes(60), { fails: true }, {}]
    const told: Told[] = [...lone, ...lone, ...lone, ...passes(20)]
    const { runs: _, failures: __, evidence, ...known } = await judgeOne(told, 10)
    const { runs, failures, evidence: more, ...found } = await judgeOne([...told, { fails: true, logOnly: true }], 10)
    expect({ ...found, evidence: { ...more, logged: 0 } }).toEqual({ ...known, evidence })
    expect([runs, failures]).toEqual([207, 4])
  })

  it('a pull request broke it and mended it', async () => {
    const told: Told[] = [...passes(50), { pr: 1, fails: true }, { pr: 1, fails: true }, { pr: 1 }, ...passes(50)]
    expect(await judgeOne(told)).toMatchObject({ state: 'healthy', since: null, failures: 2 })
  })

  it('a pull request brought a race of its own', async () => {
    const told: Told[] = [...passes(50), ...mixed(1), ...mixed(1), ...mixed(1), ...passes(50)]
    expect(await judgeOne(told)).toMatchObject({ state: 'healthy' })
  })

  it('most tests of the job failed with it', async () => {
    const outage = (pr: number) => mixed(pr).map(one => ({ ...one, ...(one.fails && { testsFailed: 90 }) }))
    const found = await judgeOne([...passes(40), ...outage(1), ...passes(40), ...outage(2), ...passes(40)])
    expect(found).toMatchObject({ state: 'healthy', failures: 2, evidence: { outages: 2, unexplained: 0 } })
    expect(found.interval[1]).toBeLessThan(0.05)
  })

  it('half of the tests of the job failed with it, again and again', async () => {
    const half = (pr: number) => mixed(pr).map(one => ({ ...one, ...(one.fails && { testsFailed: 40 }) }))
    const told = [...passes(40), ...half(1), ...passes(40), ...half(2), ...passes(40)]
    expect(await judgeOne(told)).toMatchObject({ state: 'healthy' })
  })

  it('a commit failed on one image and passed on another', async () => {
    const other = (pr: number): Told[] => mixed(pr).map(one => (one.fails ? one : { ...one, imageVersion: '20260110.1' }))
    const found = await judgeOne([...passes(30), ...other(1), ...passes(60)])
    expect(found).toMatchObject({ state: 'healthy', evidence: { mixed: 0 } })
  })
})

describe('a broken test', () => {
  it('fails everybody since a commit', async () => {
    const told: Told[] = [...passes(50), { fails: true, commit: 'bad' }, { pr: 1, fails: true }, { pr: 2, fails: true }]
    expect(await judgeOne(told)).toMatchObject({ state: 'broken', since: { commit: 'bad', after: 'c49' } })
  })

  it('is fixed once it passes on the branch', async () => {
    const red: Told[] = [
      { fails: true, commit: 'bad' },
      { pr: 1, fails: true },
      { fails: true, commit: 'worse' },
    ]
    expect(await judgeOne([...passes(50), ...red, { commit: 'good' }, ...passes(50)])).toMatchObject({
      state: 'fixed',
      since: { commit: 'good', after: 'worse' },
    })
  })

  it('fails on every run of a new image, though the old one is still about', async () => {
    const bad: Told = { fails: true, imageVersion: '20260110.1' }
    const rollout = Array.from({ length: 8 }, (_, pr): Told[] => [{ ...bad, pr }, { pr: pr + 100 }]).flat()
    const found = await judgeOne([...passes(50), ...rollout, { ...bad, pr: 9 }])
    expect(found).toMatchObject({ state: 'broken', since: { commit: 'c50' } })
    expect(found.evidence.badImages).toEqual(['ubuntu-24.04 20260110.1'])
    expect(await judgeOne([...passes(50), ...rollout, ...passes(5)])).toMatchObject({ state: 'fixed' })
  })
})

it('takes a failure in both legs of a matrix for a regression, in one of them rather for a flake', async () => {
  const leg = (job: string, failing: readonly number[]) =>
    resultsOf(Array.from({ length: 200 }, (_, at): Told => ({ pr: at, fails: failing.includes(at), job })))
  const [both] = await judge([...leg('unit (linux)', [20, 80, 140]), ...leg('unit (windows)', [20, 80, 140])])
  const [one] = await judge([...leg('unit (linux)', [20, 80, 140]), ...leg('unit (windows)', [199])])
  expect(both?.evidence.ever).toBeLessThan((one?.evidence.ever ?? 0) / 2)
})

it('says nothing of tests that never failed, and skips the skipped', async () => {
  expect(await judge(resultsOf(passes(5)))).toEqual([])
  expect(await judge(resultsOf([{ outcome: 'skipped' }]))).toEqual([])
  expect(await judge([])).toEqual([])
})

describe('whatever the results', () => {
  const time = fc.option(fc.oneof(fc.integer({ min: START_MS, max: START_MS + 60 * DAY_MS }), fc.double()))
  const result = fc.record({
    name: fc.constantFrom('a', 'b', '__proto__'),
    job: fc.constantFrom('unit (linux)', 'unit (windows)'),
    run: fc.integer({ min: 1, max: 20 }),
    attempt: fc.integer({ min: 1, max: 3 }),
    branch: fc.option(fc.constantFrom('main', 'x')),
    pullRequest: fc.option(fc.integer({ min: 1, max: 5 })),
    commit: fc.option(fc.constantFrom('c1', 'c2', 'c3')),
    outcome: fc.constantFrom('passed' as const, 'failed' as const, 'skipped' as const),
    startedMs: time,
    image: fc.option(fc.constant('ubuntu')),
    imageVersion: fc.option(fc.constantFrom('1', '2')),
    tests: fc.option(fc.integer({ min: 0, max: 30 })),
    testsFailed: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  const byTest = (results: readonly PastTest[]) =>
    [...Map.groupBy(results, ({ job, name }) => JSON.stringify([job, name])).values()].flat()

  it('there is an answer, and its numbers are what they say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(result, { maxLength: 60 }), async told => {
        for (const found of await judge(byTest(resultsOf(told)))) {
          const { rate, interval, runs, failures, evidence, since } = found
          expect(interval[0]).toBeGreaterThanOrEqual(0)
          expect(interval[0]).toBeLessThanOrEqual(rate)
          expect(interval[1]).toBeGreaterThanOrEqual(rate)
          expect(interval[1]).toBeLessThanOrEqual(1)
          expect(failures).toBeGreaterThan(0)
          expect(failures).toBeLessThanOrEqual(runs)
          for (const chance of [evidence.ever, evidence.now]) expect(chance >= 0 && chance <= 1).toBe(true)
          if (since) expect(since.at).toMatch(/^\d{4}-\d\d-\d\dT/)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('the order of the tests does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(result, { maxLength: 60 }), async told => {
        const groups = [...Map.groupBy(resultsOf(told), ({ job, name }) => JSON.stringify([job, name])).values()]
        const [there, back] = [await judge(groups.flat()), await judge(groups.toReversed().flat())]
        const sorted = (all: readonly TestFlakiness[]) => all.map(({ job, name, state }) => `${job} ${name} ${state}`).sort()
        expect(sorted(back)).toEqual(sorted(there))
      }),
      { numRuns: 100 },
    )
  })
})
