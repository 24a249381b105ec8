import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from '../model/series.ts'
import { detectors } from './index.ts'

const HOUR_MS = 3_600_000

/** What a detector says about each of these points. */
function readings(id: string, points: readonly (Partial<Point> & { readonly value: number })[]) {
  const detector = detectors.find(detector => detector.id === id)
  if (!detector) throw new Error(`there is no detector ${id}`)
  const state = detector.begin()
  return points.map((point, i) => detector.next(state, { at: i * HOUR_MS, ...point }))
}

const last = (id: string, values: readonly number[]) =>
  readings(
    id,
    values.map(value => ({ value })),
  ).at(-1)

/** As many values, turning by turns to each of these. */
const turns = (count: number, ...values: readonly number[]) =>
  Array.from({ length: count }, (_, i) => values[i % values.length] ?? 0)

describe('a detector finds odd what it is there for, and says what it expected', () => {
  test('z-score: standard deviations from the mean', () => {
    expect(last('z-score', [...turns(100, 9, 11), 15])).toMatchObject({
      oddity: expect.closeTo(5, 0),
      expected: expect.closeTo(10, 1),
    })
  })

  test('robust: the same from the median, whatever spikes there were', () => {
    const noisy = turns(100, 8, 9, 10, 11, 12, 9, 10, 11, 10, 5000)
    expect(last('robust', [...noisy, 20])).toMatchObject({ expected: 10, oddity: expect.closeTo(6.7, 1) })
    expect(last('z-score', [...noisy, 20])?.oddity).toBeLessThan(1)
  })

  test('ewma: a small shift that lasts', () => {
    const small = [...turns(400, 9, 11, 10, 8, 12), ...turns(40, 10, 12, 11, 9, 13)]
    expect(last('ewma', small)?.oddity).toBeGreaterThan(4)
    expect(last('z-score', small)?.oddity).toBeLessThan(2)
  })

  test('spread: a metric that begins to jitter, and one that stands still', () => {
    expect(last('spread', [...turns(300, 9, 11, 10), ...turns(30, 4, 16)])?.oddity).toBeGreaterThan(3)
    expect(last('spread', [...turns(300, 9, 11, 10), ...turns(60, 10)])?.oddity).toBeGreaterThan(3)
    expect(last('spread', turns(330, 9, 11, 10))?.oddity).toBeLessThan(2)
  })

  test('record: beyond all that was seen, in tenths of its range', () => {
    expect(last('record', [...turns(50, 0, 10), 13])).toEqual({ oddity: expect.closeTo(3, 4), expected: 10 })
    expect(last('record', [...turns(50, 0, 10), 4])).toEqual({ oddity: 0, expected: 4 })
  })

  test('seasonal: what is usual by day is odd at night', () => {
    const weeks = Array.from({ length: 5 * 168 }, (_, hour) => (hour % 24 < 12 ? 100 : 10) + (hour % 5))
    expect(last('seasonal', [...weeks, 12])).toMatchObject({ oddity: expect.any(Number), expected: expect.closeTo(102, 0) })
    expect(last('seasonal', [...weeks, 12])?.oddity).toBeGreaterThan(20)
    expect(last('seasonal', [...weeks, 102])?.oddity).toBeLessThan(1)
  })

  test('short and long pattern: values that are usual, in an order that is not', () => {
    const saw = turns(200, 1, 2, 3, 4, 5, 6, 7, 8)
    expect(last('short-pattern', [...saw, 1])?.oddity).toBe(0)
    expect(last('short-pattern', [...saw, 8])).toMatchObject({ oddity: expect.any(Number) })
    expect(last('short-pattern', [...saw, 8])?.oddity).toBeGreaterThan(0.5)
    expect(last('long-pattern', [...saw, 8])?.oddity).toBeGreaterThan(0.5)
  })

  test('change-point: another level, and another spread', () => {
    expect(last('change-point', [...turns(60, 9, 11), ...turns(10, 19, 21)])).toMatchObject({ expected: expect.closeTo(10, 0) })
    expect(last('change-point', [...turns(60, 9, 11), ...turns(10, 19, 21)])?.oddity).toBeGreaterThan(50)
    expect(last('change-point', [...turns(60, 9, 11), ...turns(12, 0, 20)])?.oddity).toBeGreaterThan(30)
    expect(last('change-point', turns(70, 9, 11))?.oddity).toBeLessThan(2)
  })

  test('failure-rate: more failures than usual, of single runs and of batches', () => {
    const outcomes = turns(100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
    expect(last('failure-rate', [...outcomes, 1, 1, 1, 1])).toMatchObject({ expected: expect.closeTo(0.14, 1) })
    expect(last('failure-rate', [...outcomes, 1, 1, 1, 1])?.oddity).toBeGreaterThan(2)
    const batches = turns(50, 0.1, 0.2, 0).map(value => ({ value, trials: 50 }))
    expect(readings('failure-rate', [...batches, { value: 0.9, trials: 50 }]).at(-1)?.oddity).toBeGreaterThan(5)
    expect(last('failure-rate', turns(100, 0.13, 12))?.oddity).toBeNaN()
  })

  test('new-template: a text never seen, the odder the rarer new ones are', () => {
    const known = turns(100, 1).map(value => ({ value, label: 'connection to <host> refused' }))
    expect(readings('new-template', [...known, { value: 1, label: 'disk full' }]).at(-1)?.oddity).toBeCloseTo(
      Math.log10(101 / 0.5),
    )
    expect(readings('new-template', known).at(-1)?.oddity).toBe(0)
    const fresh = turns(100, 1).map((value, i) => ({ value, label: `text ${i}` }))
    expect(readings('new-template', fresh).at(-1)?.oddity).toBeLessThan(0.1)
  })
})

describe.each(detectors.map(({ id }) => id))('%s', id => {
  const point = fc.record({
    at: fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.constant(Number.NaN)),
    value: fc.oneof(fc.double({ noNaN: true, min: -1e100, max: 1e100 }), fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, 1)),
    ...(id === 'new-template' ? { label: fc.constantFrom('a', 'b', '__proto__', 'constructor', '1') } : {}),
  })

  test('says a number from 0, or that it cannot say, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 150 }), points => {
        for (const { oddity } of readings(id, points)) expect(Number.isNaN(oddity) || oddity >= 0).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('keeps a state of bounded size that survives being written down', () => {
    const detector = detectors.find(detector => detector.id === id) ?? detectors[0]
    const at = (i: number): Point => ({ at: i * HOUR_MS, value: (i * 7919) % 101, label: `text ${i}` })
    const state = detector?.begin()
    for (let i = 0; i < 3000; i++) detector?.next(state, at(i))
    const written = JSON.stringify(state)
    expect(written.length).toBeLessThan(60_000)
    expect(detector?.next(JSON.parse(written), at(3001))).toEqual(detector?.next(state, at(3001)))
  })
})
