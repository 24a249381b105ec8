import fc from 'fast-check'
import { expect, it } from 'vitest'
import { betaChance, betaQuantile } from './beta.ts'

it.each([
  ['the middle of what is symmetric', 0.5, 7, 7, 0.5],
  ['a uniform chance', 0.3, 1, 1, 0.3],
  ['x squared', 0.3, 2, 1, 0.09],
  ['one minus the square of the rest', 0.3, 1, 2, 0.51],
  ['the arcsine law', 0.25, 0.5, 0.5, 1 / 3],
  ['at least 3 of 4 coins', 0.5, 3, 2, 5 / 16],
])('%s', (_, x, a, b, chance) => {
  expect(betaChance(x, a, b)).toBeCloseTo(chance, 11)
  expect(betaQuantile(chance, a, b)).toBeCloseTo(x, 9)
})

it('gives the interval of Clopper and Pearson for 2 of 20', () => {
  expect(betaQuantile(0.025, 2, 19)).toBeCloseTo(0.0123, 4)
  expect(betaQuantile(0.975, 3, 18)).toBeCloseTo(0.317, 4)
})

it('stays within 0 and 1 and grows with x, whatever the parameters', () => {
  const parameter = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(share, share, parameter, parameter, (x, y, a, b) => {
      const [low, high] = [betaChance(Math.min(x, y), a, b), betaChance(Math.max(x, y), a, b)]
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(high).toBeGreaterThanOrEqual(low - 1e-9)
    }),
  )
})
