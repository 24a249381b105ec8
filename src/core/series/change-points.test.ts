import { describe, expect, test } from 'vitest'
import { findChanges } from './change-points.ts'

/** Noise that is the same in each run of the tests: about normal, of variance 1. */
function noise(i: number): number {
  const uniform = (k: number) => (Math.imul((i + 1) * 12 + k, 2654435761) >>> 0) / 2 ** 32
  let sum = -6
  for (let k = 0; k < 12; k++) {
    let x = Math.floor(uniform(k) * 2 ** 32)
    x = Math.imul(x ^ (x >>> 16), 2246822507)
    x = Math.imul(x ^ (x >>> 13), 3266489909)
    sum += ((x ^ (x >>> 16)) >>> 0) / 2 ** 32
  }
  return sum
}

const cutsOf = (length: number, value: (i: number) => number) =>
  findChanges(Float64Array.from({ length }, (_, i) => value(i))).cuts

describe('is a change', () => {
  test('another level, also a short one', () => {
    expect(cutsOf(200, i => (i < 80 || i >= 92 ? 60 : 80) + noise(i))).toEqual([80, 92])
  })

  test('another scatter around the same level', () => {
    const [cut, ...others] = cutsOf(300, i => 60 + (i < 150 ? 1 : 4) * noise(i))
    expect(others).toEqual([])
    expect(Math.abs((cut ?? 0) - 150)).toBeLessThanOrEqual(6)
  })

  test('another failure rate', () => {
    const [cut, ...others] = cutsOf(300, i => (noise(i) > (i < 200 ? 1.6 : 0) ? 1 : 0))
    expect(others).toEqual([])
    expect(Math.abs((cut ?? 0) - 200)).toBeLessThanOrEqual(6)
  })

  test('a level above zeros and below', () => {
    expect(cutsOf(100, i => (i < 50 ? 0 : -30) + (i % 3))).toEqual([50])
  })
})

describe('is no change', () => {
  test('nothing, and too little of anything', () => {
    expect([0, 1, 5, 11].map(length => cutsOf(length, i => i % 2))).toEqual([[], [], [], []])
    expect(cutsOf(300, i => 60 + noise(i))).toEqual([])
  })

  test('a spike, or many of them', () => {
    expect(cutsOf(300, i => (i % 23 === 7 ? 200 : 60) + noise(i))).toEqual([])
  })

  test('the weekend', () => {
    expect(cutsOf(350, i => (i % 7 >= 5 ? 75 : 60) + noise(i))).toEqual([])
  })

  test('a job that runs on two kinds of machines', () => {
    expect(cutsOf(400, i => (noise(i + 5000) > 0.5 ? 75 : 60) + noise(i) / 2)).toEqual([])
  })

  test('a slow drift', () => {
    expect(cutsOf(400, i => 60 * Math.exp(i / 2000) + noise(i))).toEqual([])
  })
})

test('a long series is looked at in blocks, and its changes found to the point', () => {
  expect(cutsOf(40_000, i => (i < 25_003 ? 60 : 90) + noise(i))).toEqual([25_003])
})
