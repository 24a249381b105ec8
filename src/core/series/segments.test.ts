import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelCost } from './costs.ts'
import { type Cost, cheapestCuts } from './segments.ts'

/** The least total over all ways to cut, by trying them all. */
function cheapest(length: number, cost: Cost, penalty: number, shortest: number): number {
  const best = (start: number): number => {
    let least = cost(start, length)
    for (let cut = start + shortest; cut <= length - shortest; cut++)
      least = Math.min(least, cost(start, cut) + penalty + best(cut))
    return least
  }
  return best(0)
}

test('no other way to cut is cheaper', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 12 }), values => {
      const cost = levelCost(values, 1)
      const cuts = cheapestCuts({ length: values.length, cost, penalty: 4, shortest: 2 })
      const edges = [0, ...cuts, values.length]
      const total = edges.slice(1).reduce((sum, end, i) => sum + cost(edges[i] ?? 0, end) + (i > 0 ? 4 : 0), 0)
      expect(total).toBeCloseTo(cheapest(values.length, cost, 4, 2))
    }),
    { numRuns: 300 },
  )
})

test('a series too short for one segment has no cuts', () => {
  expect(cheapestCuts({ length: 3, cost: () => 0, penalty: 1, shortest: 5 })).toEqual([])
})
