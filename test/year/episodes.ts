import type { SimulatedRun } from './ci.ts'

/** How a run that was red at first came out. */
export interface Episode {
  readonly run: SimulatedRun
  /** Whether all that was wrong passes by itself. */
  readonly isTransient: boolean
  readonly isGreen: boolean
  /** Of machines, for attempts after the first. */
  readonly minutes: number
}

/** The runs of a year that were red at first, after its first days. */
export function episodesOf(runs: Iterable<SimulatedRun>, fromMs: number): readonly Episode[] {
  return [...runs].flatMap(run => {
    const [first, ...later] = run.attempts
    if (!first || first.roots.length === 0 || first.endMs < fromMs) return []
    const isTransient = !run.attempts.some(({ roots }) => roots.includes('break') || roots.includes('bad-release'))
    const isGreen = run.attempts.at(-1)?.roots.length === 0
    return [{ run, isTransient, isGreen, minutes: later.reduce((sum, attempt) => sum + attempt.minutes, 0) }]
  })
}
