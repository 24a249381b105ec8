import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../model/series.ts'
import { scoreSeries } from './score.ts'

const series = (values: readonly number[]): readonly Point[] => values.map((value, i) => ({ at: i * 300_000, value }))

const value = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 90, max: 110 }) },
  fc.double(),
  fc.constantFrom(0, 1, Number.NaN, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, Number.POSITIVE_INFINITY),
)

test('whatever the values: a score of 0..1 a point, and positions that exist', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), values => {
      const { scores, anomalies, changePoints, findings } = scoreSeries(series(values))
      expect(scores).toHaveLength(values.length)
      expect(scores.every(score => score >= 0 && score <= 1)).toBe(true)
      for (const index of [...anomalies, ...changePoints]) expect(values[index]).not.toBeNaN()
      for (const { score, observed, expected } of findings)
        expect([score >= 0 && score <= 1, Number.isFinite(observed), Number.isFinite(expected)]).toEqual([true, true, true])
    }),
    { numRuns: 60 },
  )
})

test('a score knows nothing of later points, and twice is the same as once', () => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 60, maxLength: 250 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const cut = Math.floor(values.length * share)
        const whole = scoreSeries(series(values))
        expect(scoreSeries(series(values.slice(0, cut))).scores).toEqual(whole.scores.slice(0, cut))
        expect(scoreSeries(series(values))).toEqual(whole)
      },
    ),
    { numRuns: 30 },
  )
})

test.each([0, 1, 2, 5, 11])('%i points are too few to find anything in', length => {
  const { scores, findings } = scoreSeries(series(Array.from({ length }, (_, i) => i ** 3)))
  expect([scores.every(score => score === 0), findings]).toEqual([true, []])
})

test('a constant series, with gaps, has nothing in it', () => {
  const values = Array.from({ length: 500 }, (_, i) => (i % 7 === 0 ? Number.NaN : 42))
  expect(scoreSeries(series(values))).toMatchObject({ anomalies: [], changePoints: [], findings: [] })
})

/** Noise that is the same in each run of the tests: 0..1. */
const noise = (i: number) => (Math.imul(i + 1, 2654435761) >>> 0) / 2 ** 32

test('one shift is one finding: it alerts once, and lasts', () => {
  const values = Array.from({ length: 400 }, (_, i) => (i < 300 ? 60 : 90) + 4 * noise(i))
  const { scores, changePoints, findings } = scoreSeries(series(values))
  expect(changePoints).toEqual([300])
  expect(scores[300]).toBeGreaterThan(0.5)
  expect(scores.slice(301, 330).filter(score => score >= 0.5)).toEqual([])
  expect(findings).toEqual([
    expect.objectContaining({ kind: 'level', index: 300, points: 100, direction: 'up', score: expect.closeTo(1, 2) }),
  ])
  expect(findings[0]?.expected).toBeCloseTo(62, 0)
  expect(findings[0]?.observed).toBeCloseTo(92, 0)
})

test('positions count what was not measured', () => {
  const values = Array.from({ length: 200 }, (_, i) => (i % 2 === 1 ? Number.NaN : (i < 120 ? 10 : 30) + noise(i)))
  expect(scoreSeries(series(values)).changePoints).toEqual([120])
})

test('a spike is a point, not a change', () => {
  const values = Array.from({ length: 120 }, (_, i) => (i === 70 ? 300 : 60 + 4 * noise(i)))
  expect(scoreSeries(series(values))).toMatchObject({ anomalies: [70], changePoints: [] })
})
