import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, job, stream, T0 } from './past.fixture.ts'
import { fittingPeriod, periodStart } from './periods.ts'
import { collectRuns } from './runs.ts'
import { trendsOf } from './trends.ts'

const NOTHING = { plans: [], outcomes: [] }
const MINUTE = 60_000

describe('periods', () => {
  test('a week begins on Monday, a day at midnight, in UTC', () => {
    const sunday = Date.UTC(2026, 0, 11, 23, 59)
    expect([periodStart(sunday, 'week'), periodStart(sunday, 'day')]).toEqual([Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 11)])
    expect(periodStart(-1, 'day')).toBe(-DAY)
  })

  test('days for seven weeks, then weeks', () => {
    expect([fittingPeriod(49 * DAY), fittingPeriod(50 * DAY)]).toEqual(['day', 'week'])
  })
})

describe('trends', () => {
  test('figures by hand, with a day on which nothing ran', async () => {
    const runs = await collectRuns(
      stream([
        job({ run: 1, durationMs: 2 * MINUTE }),
        job({ run: 2, startedMs: T0 + HOUR, durationMs: 4 * MINUTE }),
        // Red, and green when it is run again three hours later.
        job({ run: 3, startedMs: T0 + 2 * HOUR, durationMs: 3 * MINUTE, conclusion: 'failure' }),
        job({ run: 3, attempt: 2, startedMs: T0 + 5 * HOUR, durationMs: 6 * MINUTE }),
        job({ run: 4, startedMs: T0 + 2 * DAY, conclusion: 'failure' }),
        job({ run: 5, startedMs: T0 + 2 * DAY + HOUR, conclusion: 'cancelled' }),
      ]),
    )
    const { by, periods, total } = trendsOf(runs, NOTHING)
    expect(by).toBe('day')
    expect(periods.map(({ start, runs: count, failed }) => [start, count, failed])).toEqual([
      ['2026-01-05', 3, 0],
      ['2026-01-06', 0, 0],
      ['2026-01-07', 1, 1],
    ])
    expect(periods[0]).toEqual({
      start: '2026-01-05',
      runs: 3,
      failed: 0,
      successRate: 1,
      firstTimeRate: 2 / 3,
      flakeRate: 1 / 3,
      durationP50Ms: 3 * MINUTE,
      durationP95Ms: 4 * MINUTE,
      mttrMs: 3 * HOUR + 3 * MINUTE,
      repairs: 1,
      minutesLost: 3,
      minutesSaved: 0,
    })
    expect(periods[1]).toMatchObject({ successRate: null, flakeRate: null, durationP50Ms: null, mttrMs: null, minutesLost: 0 })
    expect(total).toMatchObject({ runs: 4, failed: 1, successRate: 3 / 4, flakeRate: 1 / 4, minutesLost: 3 })
  })

  test('what healing saves is how much sooner than usual a run is run again', async () => {
    const red = (run: number, waitMs: number) => [
      job({ run, startedMs: T0 + run * DAY, durationMs: MINUTE, conclusion: 'failure' }),
      job({ run, attempt: 2, startedMs: T0 + run * DAY + MINUTE + waitMs }),
    ]
    const runs = await collectRuns(
      stream([...red(1, 60 * MINUTE), ...red(2, 40 * MINUTE), ...red(3, 5 * MINUTE), ...red(4, 5 * MINUTE)]),
    )
    const plan = (run: number) => ({
      id: `p${run}`,
      repository: 'acme/web',
      run,
      attempt: 1,
      plannedMs: T0,
      actions: [{ id: `a${run}`, remedy: 'rerun-failed-jobs', params: {}, verdict: 'allow' as const, reasons: [] }],
    })
    const outcome = (run: number, verified: boolean) => ({ action: `a${run}`, atMs: T0, status: 'healed', detail: '', verified })
    const { total } = trendsOf(runs, { plans: [plan(3), plan(4)], outcomes: [outcome(3, true), outcome(4, false)] })
    // Usually (60, 40 and 5 minutes) it is 40, run 3 waited 5; run 4 was not verified.
    expect(total?.minutesSaved).toBe(35)
  })

  test('of nothing, nothing', () => {
    expect(trendsOf([], NOTHING)).toEqual({ by: 'day', periods: [], total: null })
  })

  test('whatever happened: shares are shares, parts add up, a wrong date makes no endless table', async () => {
    const anyJob = fc.record({
      run: fc.integer({ min: 1, max: 30 }),
      attempt: fc.integer({ min: 1, max: 3 }),
      startedMs: fc.oneof(fc.integer({ min: T0, max: T0 + 90 * DAY }), fc.constantFrom(0, 8e15, -8e15)),
      durationMs: fc.option(fc.integer({ min: 0, max: DAY })),
      conclusion: fc.constantFrom('success', 'failure', 'cancelled', 'timed_out', null),
      pullRequest: fc.option(fc.integer({ min: 1, max: 3 })),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyJob, { maxLength: 60 }), async given => {
        const runs = await collectRuns(stream(given.map(one => job(one))))
        const { periods, total } = trendsOf(runs, NOTHING)
        expect(periods.length).toBeLessThanOrEqual(4000)
        expect(periods.reduce((sum, period) => sum + period.runs, 0)).toBe(total?.runs ?? 0)
        expect(periods.reduce((sum, period) => sum + period.repairs, 0)).toBe(total?.repairs ?? 0)
        for (const { successRate, firstTimeRate, flakeRate, runs: count, failed } of periods) {
          expect(failed).toBeLessThanOrEqual(count)
          for (const share of [successRate, firstTimeRate, flakeRate])
            if (share !== null) expect(share >= 0 && share <= 1).toBe(true)
        }
      }),
    )
  })
})
