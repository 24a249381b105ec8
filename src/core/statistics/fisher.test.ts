import { describe, expect, it } from 'vitest'
import { fisherExact } from './fisher.ts'
import { logFactorial } from './log-factorial.ts'
import { pValueEvidence } from './p-value-evidence.ts'

describe("Fisher's exact test", () => {
  it.each([
    ['the lady who tasted tea', { hits: 4, misses: 0, otherHits: 0, otherMisses: 4 }, 1 / 70],
    ['and with one cup wrong', { hits: 3, misses: 1, otherHits: 1, otherMisses: 3 }, 17 / 70],
    ['no hits at all', { hits: 0, misses: 5, otherHits: 0, otherMisses: 5 }, 1],
    ['only one group', { hits: 3, misses: 1, otherHits: 0, otherMisses: 0 }, 1],
    ['the reverse of what is asked', { hits: 0, misses: 4, otherHits: 4, otherMisses: 0 }, 1],
  ])('%s', (_, table, p) => {
    expect(fisherExact(table)).toBeCloseTo(p, 10)
  })

  it('works with thousands', () => {
    expect(fisherExact({ hits: 500, misses: 500, otherHits: 500, otherMisses: 500 })).toBeCloseTo(0.518, 2)
  })
})

it('knows factorials, small and large', () => {
  expect(logFactorial(0)).toBe(0)
  expect(logFactorial(5)).toBeCloseTo(Math.log(120), 12)
  expect(logFactorial(257)).toBeCloseTo(logFactorial(256) + Math.log(257), 8)
})

it('weighs p-values: nothing for the likely, more for the unlikely, never beyond its cap', () => {
  expect(pValueEvidence(0.5)).toBe(0)
  expect(pValueEvidence(0.05)).toBeCloseTo(0.898, 2)
  expect(pValueEvidence(0.001)).toBeCloseTo(3.975, 2)
  expect(pValueEvidence(0)).toBe(4)
})
