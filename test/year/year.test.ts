import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standingsOf } from '../../src/core/heal/standing.ts'
import type { LedgerEntry } from '../../src/core/model/ledger.ts'
import { DEFAULT_LIMITS, type Limits } from '../../src/core/policy/limits.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { tempFolder } from '../temp-folder.ts'
import { episodesOf } from './episodes.ts'
import { type Played, play } from './play.ts'
import { DAY, HOUR, MINUTE } from './timeline.ts'

/**
 * Weeks of a simulated CI, whose truth is known, healed with a real history, ledger and policy: budgets hold in all that happens, and
 * what is bad does not stay in production.
 */

const FREE: Limits = DEFAULT_LIMITS
/** So tight that they bind. */
const TIGHT: Limits = {
  ...DEFAULT_LIMITS,
  budgets: {
    ...DEFAULT_LIMITS.budgets,
    perRun: 1,
    perCommit: 1,
    perFingerprintPerDay: 2,
    perRepositoryPerDay: 3,
    minutesPerDay: 25,
  },
  breaker: { opensAfter: 2, probeAfterMinutes: 120 },
}

describe.each<[string, Limits, number]>([
  ['limits as they are by default', FREE, 1],
  ['tight limits', TIGHT, 2],
])('%s', (_, limits, seed) => {
  let folder: ReturnType<typeof tempFolder>
  let played: Played
  beforeAll(async () => {
    folder = tempFolder()
    const policy: Policy = { ...limits, preset: 'auto-rerun', remedies: {}, rules: [] }
    played = await play({ seed, days: 35, folder: folder.path, policy, limits })
  }, 180_000)
  afterAll(() => folder[Symbol.dispose]())

  test('what the ledger says was done is what the CI was asked, once each', () => {
    const done = played.ledger.filter(({ event }) => event === 'done')
    const reruns = done.filter(({ remedy }) => remedy.startsWith('rerun'))
    expect(reruns.map(({ target }) => target.run).sort()).toEqual(played.ci.asked.reruns.toSorted())
    expect(done.length - reruns.length).toBe(played.ci.asked.rollBacks.length)
    expect(new Set(done.map(({ action }) => action)).size).toBe(done.length)
  })

  test('every action that was begun came to an end, and what was done was followed', () => {
    const events = (action: string) => played.ledger.flatMap(line => (line.action === action ? [line.event] : []))
    for (const { started, last } of standingsOf(played.ledger).values()) {
      const [first, second, ...verdicts] = events(started.action).filter(event => event !== 'withheld' && event !== 'approved')
      expect([first, ['done', 'failed'].includes(second ?? '')]).toEqual(['started', true])
      expect(verdicts.length).toBeLessThanOrEqual(1)
      if (last.atMs < lastMs(played.ledger) - DAY) expect(['healed', 'not-healed', 'failed']).toContain(last.event)
    }
  })

  test('no budget was ever overspent', () => {
    const { perRun, perCommit, perFingerprintPerDay, perRepositoryPerDay, minutesPerDay, coolDownMinutes, attemptCap } =
      limits.budgets
    const begun = begunIn(played.ledger)
    const most = (keyOf: (line: LedgerEntry) => unknown, windowMs = Number.POSITIVE_INFINITY) =>
      mostWithin(begun, keyOf, windowMs)
    expect(most(({ target }) => target.run)).toBeLessThanOrEqual(perRun)
    expect(most(({ target }) => `${target.workflow} ${target.commit}`)).toBeLessThanOrEqual(perCommit)
    expect(most(({ target }) => target.fingerprint, DAY)).toBeLessThanOrEqual(perFingerprintPerDay)
    expect(most(() => 'all', DAY)).toBeLessThanOrEqual(perRepositoryPerDay)
    expect(
      mostWithin(
        begun,
        () => 'all',
        DAY,
        ({ minutes }) => minutes,
      ),
    ).toBeLessThanOrEqual(minutesPerDay)
    expect(most(({ target }) => target.thing, coolDownMinutes * MINUTE)).toBeLessThanOrEqual(1)
    expect(Math.max(...[...played.ci.runs.values()].map(({ attempts }) => attempts.length))).toBeLessThanOrEqual(attemptCap)
  })

  test('what is bad does not stay in production, and what is good is not rolled back', () => {
    const newestLast = played.ci.deployments.toReversed()
    const rollBacks = played.ci.asked.rollBacks.map(({ id }) => id)
    for (const [at, deployment] of newestLast.entries()) {
      const isRollBack = rollBacks.includes(deployment.id)
      const isGood = played.ci.deployments.some(one => one.commit === deployment.commit && one.succeeded)
      if (isRollBack) expect([isGood, newestLast[at - 1]?.succeeded]).toEqual([true, false])
    }
  })
})

describe('healing', () => {
  let folder: ReturnType<typeof tempFolder>
  let played: Played
  beforeAll(async () => {
    folder = tempFolder()
    const policy: Policy = { ...FREE, preset: 'auto-rerun', remedies: {}, rules: [] }
    played = await play({ seed: 3, days: 40, folder: folder.path, policy, limits: FREE })
  }, 180_000)
  afterAll(() => folder[Symbol.dispose]())

  test('most of what passes by itself is green without a person; what only a change mends is hardly tried', () => {
    const dawn = played.ledger[0]?.atMs ?? 0
    const episodes = episodesOf(played.ci.runs.values(), dawn + 15 * DAY)
    const transient = episodes.filter(({ isTransient, run }) => isTransient && run.workflow === 'ci')
    const lasting = episodes.filter(({ isTransient }) => !isTransient)
    expect(transient.length).toBeGreaterThan(20)
    expect(transient.filter(({ isGreen }) => isGreen).length / transient.length).toBeGreaterThan(0.8)
    expect(lasting.filter(({ isGreen }) => isGreen)).toEqual([])
    expect(lasting.filter(({ minutes }) => minutes > 0).length / lasting.length).toBeLessThan(0.1)
  })

  test('a bad release is rolled back within a quarter of an hour, where nobody released anything since', () => {
    const bad = played.ci.deployments.flatMap((deployment, at, all) => {
      const isOver = deployment.state === 'failure'
      const next = all[at - 1]
      return isOver && next ? [next.createdMs - deployment.createdMs] : []
    })
    expect(bad.length).toBeGreaterThan(3)
    expect(Math.max(...bad)).toBeLessThan(HOUR / 4)
  })
})

const lastMs = (ledger: readonly LedgerEntry[]) => Math.max(...ledger.map(({ atMs }) => atMs))

/** Actions that were begun and did not surely not happen. */
const begunIn = (ledger: readonly LedgerEntry[]) =>
  [...standingsOf(ledger).values()].flatMap(({ started, last }) => (last.event === 'failed' ? [] : [started]))

/** The most that came together in any window, of all that have one key. */
function mostWithin(
  lines: readonly LedgerEntry[],
  keyOf: (line: LedgerEntry) => unknown,
  windowMs: number,
  weightOf: (line: LedgerEntry) => number = () => 1,
): number {
  const sums = [...Map.groupBy(lines, keyOf).values()].flatMap(group =>
    group.map(last =>
      group.filter(({ atMs }) => atMs <= last.atMs && last.atMs - atMs < windowMs).reduce((sum, line) => sum + weightOf(line), 0),
    ),
  )
  return Math.max(0, ...sums)
}
