import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PastFailure, PastJob, PastMeasures } from '../model/history.ts'
import { anomaliesIn } from './anomalies.ts'
import { newFailures } from './new-failures.ts'
import { failure, HOUR, job, measures, stream, T0 } from './past.fixture.ts'

/** Noise that is the same on every machine. */
const noise = (i: number) => ((i * 7919) % 101) / 101 - 0.5

const history = (given: {
  jobs?: readonly PastJob[]
  measures?: readonly PastMeasures[]
  failures?: readonly PastFailure[]
}) => ({
  jobs: () => stream(given.jobs ?? []),
  measures: () => stream(given.measures ?? []),
  failures: () => stream(given.failures ?? []),
})

const ALWAYS = { sinceMs: 0, untilMs: 4e12 }
const many = <T>(count: number, of: (i: number) => T) => Array.from({ length: count }, (_, i) => of(i))
const timed = (i: number) => ({ run: i + 1, startedMs: T0 + i * HOUR })

describe('one shift, one anomaly', () => {
  const slower = (i: number) => (i < 60 ? 60_000 : 90_000) + 4000 * noise(i)

  test('a job that is slower because a step is: the step is blamed, with numbers, run and time', async () => {
    const found = await anomaliesIn(
      history({
        jobs: many(100, i => job({ ...timed(i), durationMs: Math.round(slower(i)) })),
        measures: many(100, i =>
          measures({ ...timed(i), steps: [{ name: 'Build', conclusion: 'success', durationMs: Math.round(slower(i)) - 5000 }] }),
        ),
      }),
      ALWAYS,
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      repository: 'acme/web',
      workflow: 'ci',
      job: 'unit',
      metric: 'stepMs:Build',
      run: 61,
      at: '2026-01-07T12:00:00.000Z',
      since: '2026-01-07T12:00:00.000Z',
      until: null,
      direction: 'up',
    })
    expect(found[0]?.explanation).toMatch(
      /^The duration of its step "Build" rose from 5\d s to 1m 2\ds \(\+5\d %\) since run 61 \(2026-01-07 12:00\); over 99 % sure\.$/,
    )
  })

  test('what goes back is one anomaly with an end', async () => {
    const found = await anomaliesIn(
      history({ jobs: many(120, i => job({ ...timed(i), conclusion: i >= 60 && i < 80 ? 'failure' : 'success' })) }),
      ALWAYS,
    )
    expect(found).toMatchObject([
      { metric: 'failureRate', run: 61, observed: 1, expected: 0, until: new Date(T0 + 80 * HOUR).toISOString() },
    ])
    expect(found[0]?.explanation).toBe(
      'Its failure rate rose from 0 % to 100 % since run 61 (2026-01-07 12:00) until run 81 (2026-01-08 08:00); over 99 % sure.',
    )
  })

  test('only what begins in the window is told, but what came before is the yardstick', async () => {
    const jobs = many(100, i => job({ ...timed(i), durationMs: Math.round(slower(i)) }))
    const since = (hours: number) => anomaliesIn(history({ jobs }), { ...ALWAYS, sinceMs: T0 + hours * HOUR })
    expect([(await since(50)).length, (await since(70)).length]).toEqual([1, 0])
  })

  test('a single hang is told, a single quick run is not', async () => {
    const durations = (odd: number) =>
      many(100, i => job({ ...timed(i), durationMs: i === 70 ? odd : Math.round(60_000 + 4000 * noise(i)) }))
    const slow = await anomaliesIn(history({ jobs: durations(600_000) }), ALWAYS)
    expect(slow).toMatchObject([{ metric: 'durationMs', run: 71, since: null, direction: 'up', observed: 600_000 }])
    expect(await anomaliesIn(history({ jobs: durations(6000) }), ALWAYS)).toEqual([])
  })

  test('steady jobs, failing and retried now and then, are silent', async () => {
    const jobs = many(200, i =>
      job({
        ...timed(i),
        durationMs: Math.round(60_000 + 4000 * noise(i)),
        queuedMs: Math.round(3000 + 900 * noise(i * 3)),
        conclusion: i % 10 === 3 ? 'failure' : 'success',
      }),
    )
    expect(await anomaliesIn(history({ jobs }), ALWAYS)).toEqual([])
  })
})

describe('a failure never seen before', () => {
  test('is news where hardly any is new, once a run', () => {
    const usual = many(400, i => failure({ ...timed(i), fingerprint: `v1:${i % 5}` }))
    const fresh = failure({ ...timed(400), fingerprint: 'v1:new', title: 'the disk is full' })
    expect(newFailures([...usual, fresh, { ...fresh, fingerprint: 'v1:newer' }])).toMatchObject([
      {
        metric: 'newFailure',
        detector: 'new-template',
        run: 401,
        explanation:
          'None of its 400 earlier failures was like that of run 401 (2026-01-21 16:00): the disk is full; 99 % sure that it is new.',
      },
    ])
  })

  test('is none where all are', () => {
    expect(newFailures(many(300, i => failure({ ...timed(i), fingerprint: `v1:${i}` })))).toEqual([])
  })
})

test('whatever was measured: nothing throws, and every anomaly says run, time and reason', async () => {
  const any = fc.record({
    run: fc.integer({ min: 1, max: 200 }),
    startedMs: fc.integer({ min: T0, max: T0 + 1000 * HOUR }),
    durationMs: fc.option(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 1e15))),
    queuedMs: fc.option(fc.nat()),
    tests: fc.option(fc.nat({ max: 50 })),
    conclusion: fc.constantFrom('success', 'failure', null),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(any, { maxLength: 80 }), async given => {
      for (const anomaly of await anomaliesIn(history({ jobs: given.map(one => job(one)) }), ALWAYS)) {
        expect(anomaly).toMatchObject({
          run: expect.any(Number),
          at: expect.any(String),
          explanation: expect.stringMatching(/ sure\.$/),
        })
        expect(Number.isFinite(anomaly.observed) && Number.isFinite(anomaly.expected)).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})
