import type { LedgerEntry } from '../model/ledger.ts'
import type { Reason } from '../model/plan.ts'
import { tripped } from './breaker.ts'
import type { Limits } from './limits.ts'
import { overspent, type Wanted } from './spent.ts'

/**
 * What the ledger says against one more action: a budget that is spent, or a breaker that is open. Asked when a plan is made, and once more by
 * the only writer, who sees what others did since.
 * @param entries of the last 30 days and all repositories, oldest first
 */
export function objection(entries: readonly LedgerEntry[], wanted: Wanted, limits: Limits, nowMs: number): Reason | null {
  const here = entries.filter(({ target }) => target.repository === wanted.target.repository)
  return overspent(entries, wanted, limits, nowMs) ?? tripped(here, wanted.remedy, limits, nowMs)
}
