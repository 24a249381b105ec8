import { expect, test } from 'vitest'
import { secondsToWait } from './leave-reserve.ts'

const date = 'Thu, 05 Mar 2026 12:00:00 GMT'
const NOON = Date.parse(date) / 1000
const headers = (remaining: number, reset = NOON + 60, limit = 5000) => ({
  date,
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(reset),
})

test.each([
  ['much is left', headers(101), 0],
  ['the reserve is left', headers(100), 61],
  ['nothing is left, which GitHub says by itself', headers(0), 0],
  ['the hour is over', headers(50, NOON - 1), 0],
  ['a server without a limit', { date }, 0],
  ['a clock is missing', { ...headers(50), date: undefined }, 0],
])('%s', (_, given, seconds) => {
  expect(secondsToWait(given, 0.02)).toBe(seconds)
})
