import { expect, test } from 'vitest'
import { marks, sparkline } from './sparkline.ts'

test('as high as the values, blank where there are none', () => {
  expect(sparkline([0, 1, 2, 3, Number.NaN, 7], { width: 10, unicode: true })).toBe('▁▂▃▄ █')
  expect(sparkline([0, 7], { width: 10, unicode: false })).toBe('_#')
  expect([sparkline([], { width: 10, unicode: true }), sparkline([5, 5], { width: 10, unicode: true })]).toEqual(['', '▁▁'])
})

test('a long series has the median of each stretch', () => {
  const values = Array.from({ length: 900 }, (_, i) => (i === 5 ? 1000 : i < 450 ? 1 : 8))
  expect(sparkline(values, { width: 6, unicode: true })).toBe('▁▁▁███')
})

test('marks stand under their places, the first kind over the others', () => {
  expect(
    marks(100, 10, [
      ['^', [50]],
      ['o', [1, 51, 99]],
    ]),
  ).toBe('o    ^   o')
  expect([marks(3, 10, [['^', [2]]]), marks(0, 10, [])]).toEqual(['  ^', ''])
})
