import { standingsOf } from '../heal/standing.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Reason, RemedyId } from '../model/plan.ts'
import type { Limits } from './limits.ts'

/**
 * A circuit breaker (M. Nygard, Release It!, 2007) for each remedy: it opens after so many actions in a row that did not heal; then one probe
 * at a time is let through after a while, and one that heals closes it.
 */
export function tripped(entries: readonly LedgerEntry[], remedy: RemedyId, { breaker }: Limits, nowMs: number): Reason | null {
  const known = [...standingsOf(entries).values()].filter(({ started }) => started.remedy === remedy)
  const judged = known.filter(({ last }) => last.event === 'healed' || last.event === 'not-healed')
  const inVain = judged.length - 1 - judged.findLastIndex(({ last }) => last.event === 'healed')
  const latest = known.at(-1)
  if (inVain < breaker.opensAfter || !latest) return null
  if (nowMs - latest.last.atMs >= breaker.probeAfterMinutes * 60_000) return null
  return { code: 'breaker-open', text: `The last ${inVain} uses of ${remedy} did not heal; the next probe is not due yet.` }
}
