import { expect, test } from 'vitest'
import { beginTail, rarity } from './tail.ts'

test('nothing is rare until enough was seen', () => {
  const tail = beginTail()
  expect(Array.from({ length: 50 }, (_, i) => rarity(tail, i % 7 === 0 ? 1000 : 1))).toEqual(Array(50).fill(0))
})

test('the farther beyond all others, the rarer', () => {
  const rare = (value: number) => {
    const tail = beginTail()
    for (let i = 0; i < 1000; i++) rarity(tail, (i * 37) % 100)
    return rarity(tail, value)
  }
  expect(rare(50)).toBe(0)
  expect(rare(99.5)).toBeGreaterThan(Math.log10(1000 / 20))
  expect(rare(120)).toBeGreaterThan(rare(110) + 2)
})
