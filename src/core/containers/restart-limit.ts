import { mayHaveHappened, standingsOf } from '../heal/standing.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Reason } from '../model/plan.ts'

const HOUR_MS = 3_600_000

/**
 * Why a container may not be restarted once more within the hour; null where it may.
 * @param thing as the ledger names the container
 * @param most restarts an hour
 */
export function restartLimit(entries: readonly LedgerEntry[], thing: string, nowMs: number, most: number): Reason | null {
  const restarts = [...standingsOf(entries).values()].filter(
    standing =>
      standing.started.remedy === 'restart-container' &&
      standing.started.target.thing === thing &&
      standing.started.atMs > nowMs - HOUR_MS &&
      mayHaveHappened(standing),
  )
  if (restarts.length < most) return null
  return { code: 'budget-restarts', text: `It was restarted ${restarts.length} times within the hour, and ${most} are let be.` }
}
