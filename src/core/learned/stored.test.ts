import { expect, test } from 'vitest'
import { readModels, storeModels } from './stored.ts'
import { learnedModels } from './weights.ts'

test('stored models are the same models again, wherever in memory they were read', () => {
  const stored = storeModels(learnedModels())
  expect(readModels(stored)).toEqual(learnedModels())
  const elsewhere = new Uint8Array(stored.length + 3)
  elsewhere.set(stored, 3)
  expect(readModels(elsewhere.subarray(3))).toEqual(learnedModels())
})
