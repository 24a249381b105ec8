import { expect, test } from 'vitest'
import { DAY, result, T0 } from '../history/past.fixture.ts'
import type { PastTest } from '../model/history.ts'
import { findMasked } from './masked.ts'

const rerun = { repository: 'acme/web', workflow: 'ci', line: '#7', atMs: T0 + 5 * DAY, tests: ['races', 'adds'] }

const failed = (name: string, day: number, pullRequest: number, more: Partial<PastTest> = {}) =>
  result(name, { outcome: 'failed', startedMs: T0 + day * DAY, pullRequest, ...more })

async function isMasked(...results: readonly PastTest[]) {
  const stream = async function* () {
    yield* results
  }
  return (await findMasked([rerun], stream())).has(rerun)
}

test('masked: a test fails again on the same pull request, and had failed on no other', async () => {
  expect(await isMasked(failed('races', 4, 7), failed('races', 6, 7))).toBe(true)
  expect(await isMasked(failed('races', 4, 7), failed('races', 6, 7), failed('races', 8, 9))).toBe(true)
  expect(await isMasked(failed('races', 6, 7, { job: 'unit (windows)' }))).toBe(true)
})

test.each([
  ['it never failed again', [failed('races', 4, 7)]],
  ['it passed afterwards', [failed('races', 4, 7), result('races', { startedMs: T0 + 6 * DAY, pullRequest: 7 })]],
  ['it had failed elsewhere before, so it is flaky', [failed('races', 2, 3), failed('races', 4, 7), failed('races', 6, 7)]],
  ['it failed afterwards on another pull request only', [failed('races', 4, 7), failed('races', 6, 9)]],
  ['another test fails', [failed('divides', 6, 7)]],
  ['most tests of the job fail', [failed('races', 6, 7, { tests: 10, testsFailed: 9 })]],
  ['it is of another repository', [failed('races', 6, 7, { repository: 'acme/other' })]],
])('not masked: %s', async (_, results) => {
  expect(await isMasked(...results)).toBe(false)
})
