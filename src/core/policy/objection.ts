import type { LedgerEntry } from '../model/ledger.ts'
import type { Reason } from '../model/plan.ts'
import { tripped } from './breaker.ts'
import type { Limits } from './limits.ts'
import { cooledDownMs, overspent, type Wanted } from './spent.ts'

/**
 * What the ledger says against one more action: a budget that is spent, a breaker that is open, or that it is too soon. Asked by the only
 * writer right before it is begun, who sees what others did since it was planned.
 * @param entries of the last 30 days and all repositories, oldest first
 */
export const objection = (entries: readonly LedgerEntry[], wanted: Wanted, limits: Limits, nowMs: number): Reason | null =>
  exhausted(entries, wanted, limits, nowMs) ?? tooSoon(entries, wanted, limits, nowMs)

/** The same but for what only takes waiting. */
export function exhausted(entries: readonly LedgerEntry[], wanted: Wanted, limits: Limits, nowMs: number): Reason | null {
  const here = entries.filter(({ target }) => target.repository === wanted.target.repository)
  return overspent(entries, wanted, limits, nowMs) ?? tripped(here, wanted.remedy, limits, nowMs)
}

/** Something was done to the same thing a moment ago. */
export function tooSoon(entries: readonly LedgerEntry[], { target }: Wanted, limits: Limits, nowMs: number): Reason | null {
  const { coolDownMinutes } = limits.budgets
  const isWarm = nowMs < cooledDownMs(entries, target.thing, limits)
  return isWarm ? { code: 'cool-down', text: `The last action on this was less than ${coolDownMinutes} minutes ago.` } : null
}
