import { expect, test } from 'vitest'
import { type Budgets, DEFAULT_LIMITS } from './limits.ts'
import { line, T0 } from './line.fixture.ts'
import { cooledDownMs, overspent } from './spent.ts'

const wide: Budgets = {
  perRun: 99,
  perCommit: 99,
  perFingerprintPerDay: 99,
  perRepositoryPerDay: 99,
  minutesPerDay: 9999,
  restartsPerHour: 99,
  coolDownMinutes: 0,
  attemptCap: 99,
}
const wanted = { remedy: 'rerun-failed-jobs' as const, target: line('started', 'x', 0).target, costMinutes: 10 }
const code = (lines: Parameters<typeof overspent>[0], budgets: Partial<Budgets>) =>
  overspent(lines, wanted, { ...DEFAULT_LIMITS, budgets: { ...wide, ...budgets } }, T0)?.code ?? null

const other = { run: 8, commit: 'c2', fingerprint: 'v1:b', thing: 'run:acme/web#8' }
const earlier = [line('started', 'a', 120), line('done', 'a', 119), line('started', 'b', 90), line('not-healed', 'b', 80)]

test('nothing was done: nothing is spent', () => {
  expect(overspent([], wanted, DEFAULT_LIMITS, T0)).toBeNull()
})

test.each<[string, Partial<Budgets>, string | null]>([
  ['budget-run', { perRun: 2 }, 'budget-run'],
  ['one more of the run', { perRun: 3 }, null],
  ['budget-commit', { perCommit: 2 }, 'budget-commit'],
  ['budget-fingerprint', { perFingerprintPerDay: 2 }, 'budget-fingerprint'],
  ['budget-repository', { perRepositoryPerDay: 2 }, 'budget-repository'],
  ['budget-minutes', { minutesPerDay: 29 }, 'budget-minutes'],
  ['the last minutes', { minutesPerDay: 30 }, null],
])('%s', (_, budgets, expected) => {
  expect(code(earlier, budgets)).toBe(expected)
})

test('what surely did not happen, or was withheld, costs nothing', () => {
  const lines = [line('started', 'a', 120), line('failed', 'a', 119), line('withheld', 'b', 100)]
  expect(code(lines, { perRun: 1, perRepositoryPerDay: 1 })).toBeNull()
  expect(cooledDownMs(lines, 'run:acme/web#7', { ...DEFAULT_LIMITS, budgets: wide })).toBe(0)
})

test('a thing has cooled down some time after the last action on it began', () => {
  const budgets = { ...wide, coolDownMinutes: 15 }
  const at = (thing: string) => cooledDownMs(earlier, thing, { ...DEFAULT_LIMITS, budgets })
  expect(at(wanted.target.thing)).toBe(T0 - 75 * 60_000)
  expect(at(other.thing)).toBe(0)
})

test('what may have happened, or is under way, does', () => {
  expect(code([line('started', 'a', 120), line('unclear', 'a', 119)], { perRun: 1 })).toBe('budget-run')
  expect(code([line('started', 'a', 120)], { perRun: 1 })).toBe('budget-run')
})

test('other runs, commits and failures count for the repository alone; yesterday for runs and commits alone', () => {
  const elsewhere = [line('started', 'a', 120, { target: other })]
  expect(code(elsewhere, { perRun: 1, perCommit: 1, perFingerprintPerDay: 1 })).toBeNull()
  expect(code(elsewhere, { perRepositoryPerDay: 1 })).toBe('budget-repository')
  const yesterday = [line('started', 'a', 24 * 60)]
  expect(code(yesterday, { perFingerprintPerDay: 1, perRepositoryPerDay: 1, minutesPerDay: 10 })).toBeNull()
  expect(code(yesterday, { perRun: 1 })).toBe('budget-run')
})
