import { expect, test } from 'vitest'
import { count, repeatable, time } from './option-values.ts'

test.each([
  ['1', 1],
  ['42', 42],
  ['1e3', 1000],
])('%s is %d', (text, value) => {
  expect(count(text)).toBe(value)
})

test.each(['0', '-1', '1.5', 'x', '', ' ', '9007199254740993', 'Infinity'])('%j is no count', text => {
  expect(() => count(text)).toThrow('is not a whole number from 1')
})

test('a time is a point in time', () => {
  expect(time('2026-11-22T08:30:00Z').toISOString()).toBe('2026-11-22T08:30:00.000Z')
  for (const text of ['now', '1700000000', '2026-13-40', '']) expect(() => time(text)).toThrow('is not a time in RFC 3339')
})

test('what is given twice is there twice', () => {
  expect(repeatable('b', repeatable('a', []))).toEqual(['a', 'b'])
})
