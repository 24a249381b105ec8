import { expect, test } from 'vitest'
import type { PastRun } from '../model/past.ts'
import { rerunsOf } from './reruns.ts'
import { failedAt, spellOf } from './spell.ts'

const HOUR = 3_600_000
const T0 = Date.UTC(2026, 0, 5)
const past = (run: number, attempt: number, fingerprint: string | null, hours: number): PastRun => ({
  job: 'unit',
  run,
  attempt,
  conclusion: fingerprint === null ? 'success' : 'failure',
  startedAt: new Date(T0 + hours * HOUR).toISOString(),
  ...(fingerprint !== null && { fingerprint }),
})

test('a re-run is the next attempt of the same run and job', () => {
  const runs = [
    past(1, 1, 'v1:a', 0),
    past(1, 2, null, 1),
    past(2, 1, 'v1:a', 2),
    past(2, 2, 'v1:a', 3),
    past(2, 3, null, 4),
    past(3, 1, 'v1:b', 5),
    past(3, 2, null, 6),
    past(4, 1, 'v1:a', 7),
    { ...past(5, 1, 'v1:a', 8), job: 'lint' },
    { ...past(5, 2, null, 9), job: 'lint' },
  ]
  expect(rerunsOf(runs, 'unit', 'v1:a')).toEqual([
    { atMs: T0 + HOUR, passed: true },
    { atMs: T0 + 3 * HOUR, passed: false },
    { atMs: T0 + 4 * HOUR, passed: true },
  ])
})

test('one that was cancelled, or whose time is unknown, tells nothing', () => {
  const { startedAt: _, ...timeless } = past(2, 2, null, 3)
  const runs: PastRun[] = [
    past(1, 1, 'v1:a', 0),
    { ...past(1, 2, null, 1), conclusion: 'cancelled' },
    past(2, 1, 'v1:a', 2),
    timeless,
  ]
  expect(rerunsOf(runs, 'unit', 'v1:a')).toEqual([])
})

test('a spell reaches back over failures that are no more than four hours apart', () => {
  const runs = [
    past(1, 1, 'v1:a', 0),
    past(2, 1, 'v1:a', 10),
    past(3, 1, 'v1:b', 11),
    past(4, 1, 'v1:a', 13),
    past(5, 1, null, 14),
  ]
  const spell = (hours: number) =>
    spellOf(
      failedAt(runs, ({ fingerprint }) => fingerprint === 'v1:a'),
      T0 + hours * HOUR,
    )
  expect(spell(15)).toEqual({ sinceMs: T0 + 10 * HOUR, hits: 2 })
  expect(spell(18)).toBeNull()
  expect(spell(2)).toEqual({ sinceMs: T0, hits: 1 })
  expect(spellOf([], T0)).toBeNull()
})
