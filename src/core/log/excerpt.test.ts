import { expect, test } from 'vitest'
import type { ExcerptLine, Match } from '../model/case-file.ts'
import { chooseLines, indexByNumber } from './excerpt.ts'

const line = (n: number, score = 0): ExcerptLine => ({ n, text: `line ${n}`, score })
const log = (length: number, scored: Readonly<Record<number, number>> = {}) =>
  Array.from({ length }, (_, i) => line(i + 1, scored[i + 1]))
const numbers = (lines: readonly ExcerptLine[]) => lines.map(({ n }) => n)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

const match = (at: number): Match => ({
  rule: 'tool/what',
  category: 'config',
  role: 'cause',
  title: 'what',
  lines: [at, at + 1],
  at,
  text: '',
  captures: {},
  transient: 0,
  repeats: 0,
})

test('the end, and what is around matches, failed tests and high scores', () => {
  const report = {
    framework: 'jest',
    total: 1,
    passed: 0,
    failed: 1,
    skipped: 0,
    failedTests: [{ name: 'a', lines: [400, 402] as const }],
  }
  const chosen = numbers(chooseLines(log(1000, { 700: 0.9 }), [match(100)], [report]))
  expect(chosen).toEqual([...range(94, 107), ...range(399, 402), ...range(696, 704), ...range(941, 1000)])
})

test('a short log stays whole, an empty one empty', () => {
  expect(numbers(chooseLines(log(30), [], []))).toEqual(range(1, 30))
  expect(chooseLines([], [match(1)], [])).toEqual([])
})

test('of a log where everything is suspicious, the best few thousand lines, and always the end', () => {
  const all = Array.from({ length: 20_000 }, (_, i) => line(i + 1, i < 10_000 ? 0.9 : 0.5))
  const chosen = numbers(chooseLines(all, [], []))
  expect(chosen.length).toBeLessThanOrEqual(6000)
  expect(chosen.slice(-30)).toEqual(range(19_971, 20_000))
})

test('a number that was not kept stands for the next one', () => {
  const indexOf = indexByNumber([{ n: 1 }, { n: 5 }, { n: 9 }])
  expect([0, 1, 2, 5, 9, 10].map(indexOf)).toEqual([0, 0, 1, 1, 2, 3])
})
