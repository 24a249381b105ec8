import { expect, test } from 'vitest'
import type { LogExtract } from '../model/case-file.ts'
import { surroundings } from './surroundings.ts'

const log = (numbers: readonly number[]) =>
  ({ lines: numbers.map(n => ({ n, text: `line ${n}`, score: 0 })) }) as unknown as LogExtract

test('the lines around a quote, as far as they were kept, one text for each stretch', () => {
  const diagnosis = { failures: [], tests: [], highlights: [{ job: null, lines: [5, 6] as const, score: 1, text: [] }] }
  expect(surroundings({ logs: [log([1, 2, 4, 5, 6, 7, 9]), log([1, 7])] }, diagnosis)).toEqual([
    'line 4\nline 5\nline 6\nline 7',
    'line 7',
  ])
})
