import { describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../model/ledger.ts'
import { type Budgets, DEFAULT_LIMITS, type Limits } from './limits.ts'
import { line, MINUTE, T0 } from './line.fixture.ts'
import { cooledDownMs, overspent, type Wanted } from './spent.ts'

const DAY = 24 * 60
const wide: Budgets = {
  perRun: 99,
  perCommit: 99,
  perFingerprintPerDay: 99,
  perRepositoryPerDay: 99,
  minutesPerDay: 9999,
  restartsPerHour: 99,
  coolDownMinutes: 15,
  attemptCap: 99,
}
const limits = (budgets: Partial<Budgets>): Limits => ({ ...DEFAULT_LIMITS, budgets: { ...wide, ...budgets } })
const target = line('started', 'x', 0).target
const wanted: Wanted = { remedy: 'rerun-failed-jobs', target, costMinutes: 10 }
const code = (lines: readonly LedgerEntry[], budgets: Partial<Budgets>, asked: Partial<Wanted> = {}) =>
  overspent(lines, { ...wanted, ...asked }, limits(budgets), T0)?.code ?? null

describe('what is not known has no budget of its own', () => {
  test.each<[keyof Budgets, Partial<Wanted['target']>]>([
    ['perRun', { run: null }],
    ['perCommit', { commit: null }],
    ['perFingerprintPerDay', { fingerprint: null }],
  ])('%s', (budget, unknown) => {
    expect(code([line('started', 'a', 60)], { [budget]: 1 })).not.toBeNull()
    const lines = [line('started', 'a', 60, { target: unknown })]
    expect(code(lines, { [budget]: 1 }, { target: { ...target, ...unknown } })).toBeNull()
  })
})

test('the same commit of another workflow, and anything of another repository, is none of it', () => {
  const budgets = { perRun: 1, perCommit: 1, perFingerprintPerDay: 1, perRepositoryPerDay: 1, minutesPerDay: 15 }
  const elsewhere = line('started', 'a', 60, { target: { repository: 'acme/other' } })
  expect(code([elsewhere], budgets)).toBeNull()
  const release = line('started', 'a', 60, { target: { run: 8, workflow: 'release' } })
  expect(code([release], { perCommit: 1 })).toBeNull()
  expect(code([line('started', 'a', 60, { target: { run: 8 } })], { perCommit: 1 })).toBe('budget-commit')
})

test('a day is 24 hours', () => {
  const day = { perFingerprintPerDay: 1 }
  const at = (minutesAgo: number) => [line('started', 'a', minutesAgo, { target: { run: 8, commit: 'c2' } })]
  expect(code(at(DAY), day)).toBeNull()
  expect(code(at(DAY - 1), day)).toBe('budget-fingerprint')
  expect(code(at(DAY), { perRepositoryPerDay: 1, minutesPerDay: 10 })).toBeNull()
  expect(code(at(DAY - 1), { perRepositoryPerDay: 1 })).toBe('budget-repository')
  expect(code(at(DAY - 1), { minutesPerDay: 19 })).toBe('budget-minutes')
})

test('minutes of those that were begun are added up, with those that are wanted', () => {
  const lines = [line('started', 'a', 60, { minutes: 5 }), line('started', 'b', 50, { minutes: 7 })]
  expect(code(lines, { minutesPerDay: 22 })).toBeNull()
  expect(code(lines, { minutesPerDay: 21 })).toBe('budget-minutes')
  expect(overspent(lines, wanted, limits({ minutesPerDay: 21 }), T0)?.text).toBe('12 of 21 minutes of a day are spent.')
})

test('the first budget that is spent is told', () => {
  const lines = [line('started', 'a', 60)]
  expect(code(lines, { perRun: 1, perCommit: 1, perRepositoryPerDay: 1 })).toBe('budget-run')
  expect(code(lines, { perCommit: 1, perRepositoryPerDay: 1 })).toBe('budget-commit')
})

describe('restarts of a container', () => {
  const web = { run: null, commit: null, fingerprint: null, thing: 'container:web' }
  const restart: Partial<Wanted> = { remedy: 'restart-container', target: { ...target, ...web } }
  const restarted = (minutesAgo: number, given: Partial<LedgerEntry['target']> = {}) =>
    line('started', `r${minutesAgo}`, minutesAgo, { remedy: 'restart-container', target: { ...web, ...given } })
  const once = { restartsPerHour: 1 }

  test('are counted for an hour, whatever repository they were for', () => {
    expect(code([restarted(59)], once, restart)).toBe('budget-restarts')
    expect(code([restarted(59, { repository: 'acme/other' })], once, restart)).toBe('budget-restarts')
    expect(code([restarted(60)], once, restart)).toBeNull()
    expect(code([restarted(59)], { restartsPerHour: 2 }, restart)).toBeNull()
    expect(code([restarted(40), restarted(20)], { restartsPerHour: 2 }, restart)).toBe('budget-restarts')
  })

  test('of this one, and nothing else that was done to it, nor to stop anything else', () => {
    expect(code([restarted(59, { thing: 'container:db' })], once, restart)).toBeNull()
    const rolledBack = line('started', 'b', 59, { remedy: 'roll-back-container', target: web })
    expect(code([rolledBack], once, restart)).toBeNull()
    expect(code([restarted(59)], once, { ...restart, remedy: 'roll-back-container' })).toBeNull()
  })
})

test('the last action on a thing is what it cools down from', () => {
  const lines = [
    line('started', 'a', 60),
    line('started', 'b', 20, { target: { repository: 'acme/other' } }),
    line('started', 'c', 5, { target: { thing: 'run:acme/web#8' } }),
    line('started', 'd', 4),
    line('failed', 'd', 3),
  ]
  expect(cooledDownMs(lines, target.thing, limits({}))).toBe(T0 - 5 * MINUTE)
})
