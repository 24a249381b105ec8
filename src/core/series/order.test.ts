import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, noiseOf, quantile, runningMedian, spreadAround } from './order.ts'

test('the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, Number.NaN])
  expect([quantile([5, 1, 4, 2, 3], 0), quantile([5, 1, 4, 2, 3], 0.5), quantile([5, 1, 4, 2, 3], 1)]).toEqual([1, 3, 5])
})

test('the spread, whatever the level does and whatever spikes there are', () => {
  expect(spreadAround([8, 9, 10, 11, 12, 900], 10)).toBeCloseTo(1.4826 * 1.5)
  expect(noiseOf([1, 2, 1, 2, 1, 2, 101, 102, 101, 102])).toBeCloseTo(1.4826 / Math.SQRT2)
  expect([noiseOf([]), noiseOf([7])]).toEqual([0, 0])
})

test('a running median is the median of each window', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), fc.integer({ min: 0, max: 6 }), (values, reach) => {
      const windows = values.map((_, i) => values.slice(Math.max(0, i - reach), i + reach + 1))
      expect([...runningMedian(values, reach)]).toEqual(windows.map(median))
    }),
  )
})
