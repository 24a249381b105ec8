import { expect, test } from 'vitest'
import { DAY, failure, job, result, T0 } from '../history/past.fixture.ts'
import type { PastFailure, PastJob, PastTest, Window } from '../model/history.ts'
import { decideBy } from '../policy/consult.ts'
import { DEFAULT_LIMITS, type Limits } from '../policy/limits.ts'
import { simulate, type TriedPolicy } from './simulate.ts'

const MINUTE = 60_000
const WINDOW = { sinceMs: T0, untilMs: T0 + 30 * DAY }

const policyOf = (preset: 'suggest' | 'auto-rerun', limits: Limits): TriedPolicy => ({
  decide: async facts => facts.map(decideBy({ preset, remedies: {}, rules: [], ...limits })),
  limits,
})

/** Hashes that are as long as real ones: each text has its number. */
function createDigest() {
  const known = new Map<string, string>()
  return (text: string) => {
    const hash = known.get(text) ?? `${known.size}`.padStart(64, '0')
    known.set(text, hash)
    return [...hash].reverse().join('')
  }
}

interface Rows {
  readonly jobs: readonly PastJob[]
  readonly failures: readonly PastFailure[]
  readonly tests: readonly PastTest[]
}

/** A history held in three lists, each oldest first. */
function storeOf({ jobs, failures, tests }: Rows) {
  const within = async function* <Row extends { startedMs: number | null }>(rows: readonly Row[], window: Window) {
    for (const row of rows) if ((row.startedMs ?? 0) >= window.sinceMs && (row.startedMs ?? 0) < window.untilMs) yield row
  }
  return {
    jobs: (window: Window) => within(jobs, window),
    failures: (window: Window) => within(failures, window),
    tests: (window: Window) => within(tests, window),
    lastJobs: async (key: { job: string }, count: number, beforeMs = Number.POSITIVE_INFINITY) =>
      jobs
        .filter(one => one.job === key.job && (one.startedMs ?? 0) < beforeMs)
        .toReversed()
        .slice(0, count),
    changes: async () => [],
  }
}

const replay = (rows: Rows, window = WINDOW, limits = DEFAULT_LIMITS) =>
  simulate(storeOf(rows), {
    window,
    policy: policyOf('auto-rerun', limits),
    today: policyOf('suggest', limits),
    digest: createDigest(),
    rules: [],
    onProgress: () => {},
  })

/** A job of six minutes, so many days and minutes after the beginning. */
const ran = (run: number, attempt: number, [days, minutes]: readonly [number, number], more: Partial<PastJob> = {}) =>
  job({ run, attempt, pullRequest: run, startedMs: T0 + days * DAY + minutes * MINUTE, durationMs: 6 * MINUTE, ...more })

const red = { conclusion: 'failure' } as const

/** What failed that job. */
const why = (of: PastJob, more: Partial<PastFailure>) =>
  failure({ run: of.run, attempt: of.attempt, pullRequest: of.pullRequest, startedMs: of.startedMs, ...more })

const network = { category: 'network', fingerprint: 'v1:net' } as const

test('counts what each re-run did, by hand', async () => {
  const jobs = [
    ran(1, 1, [1, 0], red),
    ran(1, 2, [1, 36]),
    ran(2, 1, [2, 0], red),
    ran(3, 1, [3, 0], red),
    ran(3, 2, [3, 40], { ...red, durationMs: 8 * MINUTE }),
    ran(4, 1, [4, 0]),
  ] as const
  const [healed, , linted, first, second] = jobs
  const failures = [why(healed, network), why(linted, { category: 'lint' }), why(first, network), why(second, network)]
  const simulation = await replay({ jobs, failures, tests: [] })

  // Run 1 was run again half an hour after it had failed. Run 3 stayed red; of its second attempt nobody knows.
  expect(simulation).toMatchObject({ runs: 4, failing: 3, healed: 1, masked: 0, inVain: 1, unknown: 1, decisionsChanged: 3 })
  expect(simulation).toMatchObject({ minutesSpent: 6 + 8 + 8, minutesWasted: 8, minutesSaved: 30 })
  expect(simulation.actions).toMatchObject([
    { run: 1, attempt: 1, verdict: 'allow', today: 'deny', changed: true, notBefore: null, effect: 'healed' },
    { run: 3, attempt: 1, verdict: 'allow', effect: 'in-vain' },
    { run: 3, attempt: 2, verdict: 'allow', effect: 'unknown', notBefore: expect.any(String) },
  ])
})

test('a re-run that hid a fault of its pull request is masked, not healed', async () => {
  const jobs = [ran(7, 1, [1, 0], red), ran(7, 2, [1, 20]), ran(8, 1, [2, 0], { ...red, pullRequest: 7 })] as const
  const raced = (of: PastJob) =>
    result('races', { outcome: 'failed', run: of.run, attempt: of.attempt, pullRequest: 7, startedMs: of.startedMs })
  const rows = { jobs, failures: [why(jobs[0], { category: 'timeout' }), why(jobs[2], { category: 'timeout' })] }

  const masked = await replay({ ...rows, tests: [raced(jobs[0]), raced(jobs[2])] })
  expect(masked).toMatchObject({ healed: 0, masked: 1, minutesSaved: 0 })
  expect(masked.actions[0]).toMatchObject({ run: 7, effect: 'masked' })

  expect(await replay({ ...rows, tests: [raced(jobs[0])] })).toMatchObject({ healed: 1, masked: 0 })
})

test('nothing of what came later is known when it is decided', async () => {
  const jobs = [ran(1, 1, [1, 0], red), ran(1, 2, [1, 20])] as const
  // Collected afterwards, it was called flaky because the second attempt passed.
  const failures = [why(jobs[0], { category: 'flaky_test' })]
  const tests = [result('adds', { outcome: 'failed', pullRequest: 1, startedMs: jobs[0].startedMs })]
  expect(await replay({ jobs, failures, tests })).toMatchObject({ failing: 1, healed: 0, minutesSpent: 0, actions: [] })
})

test('a re-run that came before the policy would have dared one, and failed, tells nothing', async () => {
  const down = [ran(1, 1, [1, 0], red), ran(2, 1, [1, 20], red), ran(2, 2, [1, 30], red)] as const
  const failures = down.map(one => why(one, network))
  const { actions } = await replay({ jobs: down, failures, tests: [] })
  expect(actions.find(({ run, attempt }) => run === 2 && attempt === 1)).toMatchObject({ effect: 'unknown' })
})

test('the same where the window begins in the middle of a run, and in a window without runs', async () => {
  const jobs = [ran(1, 1, [1, 0], red), ran(1, 2, [1, 36], red), ran(1, 3, [1, 60])] as const
  const failures = jobs.slice(0, 2).map(one => why(one, network))
  const late = await replay({ jobs, failures, tests: [] }, { ...WINDOW, sinceMs: T0 + DAY + 30 * MINUTE })
  expect(late.actions).toMatchObject([{ run: 1, attempt: 2 }])
  expect(await replay({ jobs, failures, tests: [] }, { sinceMs: T0 + 20 * DAY, untilMs: T0 + 25 * DAY })).toMatchObject({
    ...{ runs: 0, failing: 0, healed: 0, minutesSpent: 0, actions: [] },
  })
})

test('budgets hold as if it had been done', async () => {
  const jobs = [1, 2, 3]
    .flatMap(run => [ran(run, 1, [1, run * 10], red), ran(run, 2, [1, 300 + run * 10])])
    .toSorted((a, b) => (a.startedMs ?? 0) - (b.startedMs ?? 0))
  const failures = jobs.filter(({ attempt }) => attempt === 1).map(one => why(one, { ...network, fingerprint: `v1:${one.run}` }))
  const limits = { ...DEFAULT_LIMITS, budgets: { ...DEFAULT_LIMITS.budgets, perRepositoryPerDay: 2 } }
  const { healed, actions } = await replay({ jobs, failures, tests: [] }, WINDOW, limits)
  expect(healed).toBe(2)
  expect(actions[2]).toMatchObject({ run: 3, verdict: 'deny', reasons: [{ code: 'budget-repository' }], effect: null })
})
