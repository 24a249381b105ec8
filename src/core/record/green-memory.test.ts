import { expect, test } from 'vitest'
import type { JobKey } from '../model/history.ts'
import { createGreenMemory } from './green-memory.ts'

const UNIT: JobKey = { repository: 'acme/web', workflow: 'ci', job: 'unit' }
const LINT: JobKey = { ...UNIT, job: 'lint' }

test('lines are known that the store or a green log since has', async () => {
  const memory = createGreenMemory({ greenLines: async ({ job }) => (job === 'unit' ? [1, 2] : []) })
  const known = async () => [1, 2, 3].map(async hash => (await memory.baseline(UNIT))?.hasHash(hash))
  expect(await Promise.all(await known())).toEqual([true, true, false])
  await memory.learn(UNIT, [3])
  expect(await Promise.all(await known())).toEqual([true, true, true])
})

test('where no green log is known there is nothing to compare with', async () => {
  const memory = createGreenMemory({ greenLines: async () => [] })
  expect(await memory.baseline(LINT)).toBeUndefined()
  await memory.learn(LINT, [7])
  expect((await memory.baseline(LINT))?.hasHash(7)).toBe(true)
})

test('two who ask at once get the same, asked for once', async () => {
  let asked = 0
  const memory = createGreenMemory({ greenLines: async () => [++asked] })
  await Promise.all([memory.learn(UNIT, [8]), memory.learn(UNIT, [9])])
  const baseline = await memory.baseline(UNIT)
  expect([1, 8, 9].map(hash => baseline?.hasHash(hash))).toEqual([true, true, true])
  expect(asked).toBe(1)
})

test('more than may be held is asked for again', async () => {
  const asked: string[] = []
  const memory = createGreenMemory({ greenLines: async ({ job }) => [asked.push(job), 50, 60] }, 2)
  for (const key of [UNIT, LINT, LINT, UNIT]) await memory.baseline(key)
  expect(asked).toEqual(['unit', 'lint', 'unit'])
})
