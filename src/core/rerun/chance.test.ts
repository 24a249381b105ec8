import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'

const NOW = Date.UTC(2026, 5, 1)
const DAY = 86_400_000
const rerun = (passed: boolean, daysAgo: number) => ({ passed, atMs: NOW - daysAgo * DAY })

test('without a past, the chance is what the diagnosis says', () => {
  expect(chanceOf(0.9, [], NOW)).toEqual({ alpha: 3.6, beta: expect.closeTo(0.4), mean: 0.9 })
})

test('each re-run counts as one, and half as much after two weeks', () => {
  expect(chanceOf(0.5, [rerun(true, 0), rerun(true, 14)], NOW)).toEqual({ alpha: 3.5, beta: 2, mean: 3.5 / 5.5 })
})

test('a failure that stopped healing loses its credit, however often it healed long ago', () => {
  const long = Array.from({ length: 20 }, () => rerun(true, 90))
  const lately = Array.from({ length: 6 }, () => rerun(false, 1))
  expect(chanceOf(0.9, long, NOW).mean).toBeGreaterThan(0.9)
  expect(chanceOf(0.9, [...long, ...lately], NOW).mean).toBeLessThan(0.45)
})
