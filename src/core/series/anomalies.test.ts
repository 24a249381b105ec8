import { expect, test } from 'vitest'
import { anomaliesOf } from './anomalies.ts'

const DAY_MS = 86_400_000

test('a shift is one anomaly that says where, since when, what and how sure', () => {
  const points = Array.from({ length: 60 }, (_, i) => ({
    at: Date.UTC(2026, 0, 1) + i * DAY_MS,
    run: 1000 + i,
    value: (i < 40 ? 60_000 : 90_000) + ((i * 37) % 11) * 100,
  }))
  expect(anomaliesOf({ repository: 'acme/web', workflow: 'ci', job: 'unit', metric: 'durationMs', points })).toEqual([
    {
      repository: 'acme/web',
      workflow: 'ci',
      job: 'unit',
      metric: 'durationMs',
      detector: 'change-point',
      run: 1040,
      at: '2026-02-10T00:00:00.000Z',
      since: '2026-02-10T00:00:00.000Z',
      observed: 90_500,
      expected: 60_500,
      score: expect.closeTo(1),
      direction: 'up',
      explanation: 'The level rose from 60500 to 90500 (+50 %) since point 40 (2026-02-10 00:00), for 20 points; over 99 % sure.',
    },
  ])
})

test('what happened once has no since', () => {
  const points = Array.from({ length: 60 }, (_, i) => ({
    at: Number.NaN,
    run: null,
    value: i === 30 ? 500 : 60 + ((i * 37) % 11),
  }))
  expect(anomaliesOf({ repository: 'acme/web', workflow: 'ci', job: null, metric: 'queuedMs', points })).toMatchObject([
    { detector: 'robust', run: null, at: null, since: null, observed: 500, direction: 'up' },
  ])
})
