import { expect, test } from 'vitest'
import type { AttemptRecord } from '../model/history.ts'
import { SherpaError } from '../model/trouble.ts'
import { ingestDocuments } from './ingest.ts'

const line = (run: number, more: object = {}) => JSON.stringify({ schema: 'sherpa.run/1', repository: 'a/b', run, ...more })

function input(...lines: readonly string[]) {
  async function* open() {
    yield new TextEncoder().encode(lines.join('\n'))
  }
  return { name: 'runs', source: { kind: 'log', name: 'runs' } as never, logFile: (() => undefined) as never, open }
}

function storeThatFails(fails: (attempt: AttemptRecord) => unknown) {
  const stored: AttemptRecord[] = []
  const refused: string[] = []
  const store = {
    record: async (attempts: readonly AttemptRecord[]) => {
      const error = attempts.map(fails).find(Boolean)
      if (error) throw error
      stored.push(...attempts)
      return attempts.map(() => 'new' as const)
    },
    readAttempts: async () => [],
    greenLines: async () => [],
  } as never
  return {
    stored,
    refused,
    options: { store, logs: null, onNote: () => {}, onRefused: (message: string) => refused.push(message) },
  }
}

test('a document that cannot be stored costs only itself', async () => {
  const { stored, refused, options } = storeThatFails(({ run }) => run === 2 && new RangeError('too much'))
  expect(await ingestDocuments(input(line(1), line(2), line(3)), options)).toEqual({ new: 2, known: 0, refused: 1 })
  expect(stored.map(({ run }) => run)).toEqual([1, 3])
  expect(refused).toEqual(['runs:2: it cannot be stored'])
})

test('a store that cannot be used ends it', async () => {
  const full = new SherpaError({ code: 'store-unusable', kind: 'world', message: 'the disk is full' })
  const { options } = storeThatFails(({ run }) => run === 2 && full)
  await expect(ingestDocuments(input(line(1), line(2)), options)).rejects.toBe(full)
})

test('long texts are shortened before anything works on them', async () => {
  const { stored, options } = storeThatFails(() => undefined)
  const long = 'word '.repeat(1_000_000)
  const tests = [{ name: long, outcome: 'failed', message: long }]
  const jobs = [{ name: long, steps: [{ name: long }], tests }]
  const changes = [{ file: long, patch: `@@ -1 +1 @@\n${'+a\n'.repeat(3_000_000)}` }]
  await ingestDocuments(input(line(1, { repository: long, branch: long, jobs, changes })), options)
  const [attempt] = stored
  const [job] = attempt?.jobs ?? []
  const names = [attempt?.repository, attempt?.branch, attempt?.changes?.[0]?.file, job?.name, job?.steps?.[0]?.name]
  expect([...names, job?.tests?.[0]?.name].map(name => name?.length)).toEqual([995, 995, 995, 995, 995, 995])
  expect(job?.tests?.[0]?.message).toHaveLength(65_535)
  expect(attempt?.changes?.[0]?.patch?.length).toBeLessThan(16_001)
})

test('a duration of more than ten years is refused', async () => {
  const { refused, options } = storeThatFails(() => undefined)
  await ingestDocuments(input(line(1, { jobs: [{ name: 'unit', queuedMs: 1e308 }] })), options)
  expect(refused).toEqual(['runs:1:87: jobs[0].queuedMs: expected at most ten years'])
})

test('a job that ends ten years after it began took an unknown time', async () => {
  const { stored, options } = storeThatFails(() => undefined)
  const jobs = [{ name: 'unit', startedAt: '0001-01-01T00:00:00Z', completedAt: '2026-01-01T00:00:00Z' }]
  await ingestDocuments(input(line(1, { jobs })), options)
  expect(stored[0]?.jobs[0]).not.toHaveProperty('durationMs')
})
