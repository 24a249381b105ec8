import { outcomeOf } from '../history/outcome.ts'
import type { PastRun } from '../model/past.ts'

/** The same failure, again and again within a short time: something outside is down. */
export interface Spell {
  readonly sinceMs: number
  /** Other attempts that it failed. */
  readonly hits: number
}

/** Failures further apart do not belong together. */
const GAP_MS = 4 * 3_600_000

/** The spell that a failure at this time belongs to, by when others were hit; null where it is the first. */
export function spellOf(hitsMs: readonly number[], nowMs: number): Spell | null {
  let sinceMs = nowMs
  let hits = 0
  for (const time of hitsMs.filter(time => time <= nowMs).sort((a, b) => b - a)) {
    if (sinceMs - time > GAP_MS) break
    sinceMs = time
    hits++
  }
  return hits === 0 ? null : { sinceMs, hits }
}

/** When attempts failed for which this holds. */
export const failedAt = (runs: readonly PastRun[], isOne: (run: PastRun) => boolean): readonly number[] =>
  runs
    .filter(run => outcomeOf(run.conclusion) === 'failed' && isOne(run))
    .map(run => Date.parse(run.startedAt ?? ''))
    .filter(time => !Number.isNaN(time))
