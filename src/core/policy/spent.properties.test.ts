import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Budgets, DEFAULT_LIMITS } from './limits.ts'
import { line, T0 } from './line.fixture.ts'
import { objection } from './objection.ts'

const budgets: fc.Arbitrary<Budgets> = fc.record({
  perRun: fc.nat(6),
  perCommit: fc.nat(6),
  perFingerprintPerDay: fc.nat(6),
  perRepositoryPerDay: fc.nat(8),
  minutesPerDay: fc.nat(100),
  coolDownMinutes: fc.nat(60),
  attemptCap: fc.constant(3),
  restartsPerHour: fc.nat(4),
})

/** It cannot open. */
const NO_BREAKER = { opensAfter: 1000, probeAfterMinutes: 0 }

const lines = fc
  .array(
    fc.record({
      event: fc.constantFrom('started', 'withheld' as const),
      minutesAgo: fc.nat(2000),
      run: fc.constantFrom(7, 8),
      commit: fc.constantFrom('c1', 'c2', null),
      fingerprint: fc.constantFrom('v1:a', 'v1:b', null),
      minutes: fc.nat(40),
    }),
    { maxLength: 8 },
  )
  .map(rows =>
    rows
      .toSorted((a, b) => b.minutesAgo - a.minutesAgo)
      .map(({ event, minutesAgo, minutes, ...target }, i) =>
        line(event as 'started', `action:${i}`, minutesAgo, { minutes, target: { ...target, thing: `run:${target.run}` } }),
      ),
  )

test('smaller budgets, and a longer cool-down, never allow more', () => {
  fc.assert(
    fc.property(lines, budgets, budgets, (entries, a, b) => {
      const strict: Budgets = {
        ...a,
        perRun: Math.min(a.perRun, b.perRun),
        perCommit: Math.min(a.perCommit, b.perCommit),
        perFingerprintPerDay: Math.min(a.perFingerprintPerDay, b.perFingerprintPerDay),
        perRepositoryPerDay: Math.min(a.perRepositoryPerDay, b.perRepositoryPerDay),
        minutesPerDay: Math.min(a.minutesPerDay, b.minutesPerDay),
        restartsPerHour: Math.min(a.restartsPerHour, b.restartsPerHour),
        coolDownMinutes: Math.max(a.coolDownMinutes, b.coolDownMinutes),
      }
      const wanted = {
        remedy: 'rerun-failed-jobs' as const,
        target: { ...line('started', 'x', 0).target, thing: 'run:7' },
        costMinutes: 10,
      }
      const isOver = (budgets: Budgets) =>
        objection(entries, wanted, { ...DEFAULT_LIMITS, budgets, breaker: NO_BREAKER }, T0) !== null
      expect(isOver(strict) || !isOver(a)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
