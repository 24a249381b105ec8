import { expect, test } from 'vitest'
import { createEstimate } from './estimate.ts'
import { waitText } from './wait-text.ts'

const NOON = new Date('2026-03-05T12:00:00Z')

test.each([
  [1, 'waiting 1 second, until 12:00:01 UTC'],
  [89, 'waiting 89 seconds, until 12:01:29 UTC'],
  [1800, 'waiting 30 minutes, until 12:30:00 UTC'],
  [9000, 'waiting 3 hours, until 14:30:00 UTC'],
])('a wait of %i seconds', (seconds, text) => {
  expect(waitText({ seconds, limit: 'secondary' }, NOON)).toBe(`GitHub slows this token down: ${text}`)
})

test('an estimate takes the rest for as slow as what is done', () => {
  const times = [0, 1000, 60_000, 60_000, 60_000].map(ms => new Date(NOON.getTime() + ms))
  const estimate = createEstimate(() => times.shift() ?? NOON)
  expect([0.5, 0.25, 0.001, 1].map(estimate)).toEqual(['', ', about 3 minutes left', '', ''])
})
