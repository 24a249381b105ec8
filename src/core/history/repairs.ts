import type { RunFacts } from './runs.ts'

/** A workflow was red on a branch, and became green again. */
export interface Repair {
  readonly repository: string
  readonly workflow: string
  readonly branch: string | null
  /** When the first red run ended, and when the first green one after it did. */
  readonly brokenMs: number
  readonly repairedMs: number
}

/**
 * Every repair, in order of time; their mean length is the time to repair (MTTR). Pull requests are left out: they may be red for as long
 * as somebody works on them.
 * @param runs oldest first
 */
export function repairsOf(runs: readonly RunFacts[]): readonly Repair[] {
  const brokenSince = new Map<string, number>()
  const repairs: Repair[] = []
  for (const run of runs) {
    const { repository, workflow, branch, pullRequest, base } = run
    if (pullRequest !== null || (branch !== null && base !== null && branch !== base)) continue
    const key = `${repository}\n${workflow}\n${branch}`
    for (const { outcome, endedMs } of run.attempts) {
      const brokenMs = brokenSince.get(key)
      if (outcome === 'failed' && brokenMs === undefined) brokenSince.set(key, endedMs)
      if (outcome !== 'passed' || brokenMs === undefined) continue
      brokenSince.delete(key)
      repairs.push({ repository, workflow, branch, brokenMs, repairedMs: Math.max(brokenMs, endedMs) })
    }
  }
  return repairs.sort((a, b) => a.repairedMs - b.repairedMs)
}
