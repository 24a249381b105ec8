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

/** The spell that a failure at this time belongs to; null where it is the first. */
export function spellOf(runs: readonly PastRun[], fingerprint: string, nowMs: number): Spell | null {
  const times = runs
    .filter(run => run.fingerprint === fingerprint && outcomeOf(run.conclusion) === 'failed')
    .map(run => Date.parse(run.startedAt ?? ''))
    .filter(time => time <= nowMs)
    .sort((a, b) => b - a)
  let sinceMs = nowMs
  let hits = 0
  for (const time of times) {
    if (sinceMs - time > GAP_MS) break
    sinceMs = time
    hits++
  }
  return hits === 0 ? null : { sinceMs, hits }
}
