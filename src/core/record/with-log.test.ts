import { expect, test } from 'vitest'
import type { LogSummary } from '../log/read.ts'
import { withLog } from './with-log.ts'

const log: LogSummary & { newLines: number } = {
  size: { lines: 20, bytes: 400 },
  runner: { image: 'ubuntu-24.04', version: '20260101.1' },
  verdict: 'failed',
  matches: [],
  tests: [{ framework: 'jest', total: 2, passed: 1, failed: 1, skipped: 0, failedTests: [{ name: 'adds' }] }],
  caches: { hits: 2, misses: null },
  newLines: 3,
}

test('what a log says of its job', () => {
  expect(withLog({ name: 'unit' }, log)).toEqual({
    name: 'unit',
    conclusion: 'failure',
    runner: { image: 'ubuntu-24.04', version: '20260101.1' },
    log: { lines: 20, bytes: 400, errorLines: 0, newLines: 3 },
    metrics: { cacheHits: 2 },
    tests: [{ name: 'adds', outcome: 'failed' }],
    testCounts: { total: 2, failed: 1, skipped: 0 },
    failures: [],
  })
})

test('others know better', () => {
  const job = {
    name: 'unit',
    conclusion: 'success',
    runner: { image: 'own' },
    tests: [{ name: 'adds', outcome: 'passed' }],
    metrics: { cacheHits: 1, cpuMs: 5 },
  } as const
  const told = withLog(job, log)
  expect(told).toMatchObject(job)
  expect(told).not.toHaveProperty('testCounts')
})
