import { expect, it } from 'vitest'
import { mapBounded } from './bounded.ts'

it('keeps the order of the items and the bound on work at a time', async () => {
  let atWork = 0
  let most = 0
  const results = await mapBounded([5, 1, 4, 2, 3], 2, async item => {
    most = Math.max(most, ++atWork)
    for (let turn = 0; turn < item; turn++) await Promise.resolve()
    atWork--
    return item * 10
  })
  expect(results).toEqual([50, 10, 40, 20, 30])
  expect(most).toBe(2)
})

it('does nothing for nothing', async () => expect(await mapBounded([], 4, async () => 1)).toEqual([]))
