import type { Conclusion } from '../model/run.ts'

export type Outcome = 'passed' | 'failed'

const FAILED: ReadonlySet<Conclusion> = new Set(['failure', 'timed_out', 'startup_failure'])

/** How a job ended, as far as that says something about it: what was cancelled or skipped does not. */
export function outcomeOf(conclusion: Conclusion | null | undefined): Outcome | null {
  if (conclusion === 'success') return 'passed'
  return conclusion && FAILED.has(conclusion) ? 'failed' : null
}

/** Of many jobs together: one that failed fails all. */
export function outcomeOfAll(outcomes: Iterable<Outcome | null>): Outcome | null {
  let all: Outcome | null = null
  for (const outcome of outcomes) {
    if (outcome === 'failed') return 'failed'
    all = outcome ?? all
  }
  return all
}
