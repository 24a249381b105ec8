import { expect, test } from 'vitest'
import type { JobKey } from '../model/history.ts'
import { createGreenMemory } from './green-memory.ts'

const UNIT: JobKey = { repository: 'acme/web', workflow: 'ci', job: 'unit' }
const LINT: JobKey = { ...UNIT, job: 'lint' }
const lines =
  (...hashes: number[]) =>
  async () =>
    new Set(hashes)

test('lines are new that neither the store nor a green log since has', async () => {
  const memory = createGreenMemory({ greenLines: async ({ job }) => (job === 'unit' ? [1, 2] : []) })
  expect(await memory.newLines(UNIT, lines(1, 3, 4))).toBe(2)
  await memory.learn(UNIT, [3])
  expect(await memory.newLines(UNIT, lines(1, 3, 4))).toBe(1)
})

test('where no green log is known nothing is new, and nothing is read', async () => {
  const memory = createGreenMemory({ greenLines: async () => [] })
  const unread = () => Promise.reject(new Error('read'))
  expect(await memory.newLines(LINT, unread)).toBeUndefined()
  await memory.learn(LINT, [7])
  expect(await memory.newLines(LINT, lines(7, 8))).toBe(1)
})

test('more than may be held is asked for again', async () => {
  const asked: string[] = []
  const memory = createGreenMemory({ greenLines: async ({ job }) => [asked.push(job), 50] }, 3)
  for (const key of [UNIT, LINT, UNIT]) await memory.newLines(key, lines(1))
  expect(asked).toEqual(['unit', 'lint', 'unit'])
})
