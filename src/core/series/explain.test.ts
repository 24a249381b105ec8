import { expect, test } from 'vitest'
import type { Finding } from '../model/series.ts'
import { explain } from './explain.ts'

const points = Array.from({ length: 100 }, (_, i) => ({ at: Date.UTC(2026, 0, 1, i), value: i }))

const BASE: Finding = {
  kind: 'level',
  detector: 'change-point',
  index: 20,
  points: 80,
  observed: 78.34,
  expected: 42.12,
  score: 0.981,
  direction: 'up',
}

test.each<[Partial<Finding>, string]>([
  [{}, 'The level rose from 42.1 to 78.3 (+86 %) since point 20 (2026-01-01 20:00), for 80 points; 98 % sure.'],
  [
    { observed: 4, expected: 42, direction: 'down', score: 1, points: 1 },
    'The level fell from 42 to 4 (−90 %) since point 20 (2026-01-01 20:00), for one point; over 99 % sure.',
  ],
  [{ observed: 5, expected: -5 }, 'The level rose from -5 to 5 since point 20 (2026-01-01 20:00), for 80 points; 98 % sure.'],
  [
    { kind: 'rate', observed: 0.5, expected: 0.125 },
    'The rate rose from 12.5 % to 50 % since point 20 (2026-01-01 20:00), for 80 points; 98 % sure.',
  ],
  [
    { kind: 'spread', observed: 6, expected: 2 },
    'Its scatter rose from ±2 to ±6 (×3) since point 20 (2026-01-01 20:00), for 80 points; 98 % sure.',
  ],
  [{ kind: 'point' }, 'A single 78.3 where 42.1 is usual (+86 %), at point 20 (2026-01-01 20:00); 98 % sure.'],
  [
    { kind: 'unusual', detector: 'seasonal', score: 0.62 },
    'An unusual 78.3 at point 20 (2026-01-01 20:00): judged by this hour of the week, 42.1 was expected; score 0.62.',
  ],
])('%j', (change, text) => {
  expect(explain({ ...BASE, ...change }, points)).toBe(text)
})

test('without a time, the position has to do', () => {
  expect(explain(BASE, [])).toContain('since point 20, for 80 points')
})
