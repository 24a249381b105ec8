/** A stretch of time: epoch milliseconds of its first and its last second, both inclusive. */
export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}

const SECOND = 1000
const DAY = 86_400_000
const WEEK = 7 * DAY
/** Where weeks begin: the Monday after the epoch. */
const MONDAY = 4 * DAY

/**
 * The weeks from one time to another, newest first. They begin on Mondays, and the first one at a day, so that who asks again asks for the
 * same stretches and may be told that nothing changed.
 */
export function weeksBack(sinceMs: number, untilMs: number): Stretch[] {
  const first = floor(sinceMs, DAY, 0)
  const weeks: Stretch[] = []
  for (let from = floor(untilMs, WEEK, MONDAY); ; from -= WEEK) {
    weeks.push({ fromMs: Math.max(from, first), toMs: from + WEEK - SECOND })
    if (from <= first) return weeks
  }
}

/** The newer and the older half of a stretch; null where it is a second. */
export function halves({ fromMs, toMs }: Stretch): readonly [Stretch, Stretch] | null {
  if (toMs <= fromMs) return null
  const middle = floor(fromMs + (toMs + SECOND - fromMs) / 2, SECOND, 0)
  return [
    { fromMs: middle, toMs },
    { fromMs, toMs: middle - SECOND },
  ]
}

const floor = (ms: number, unit: number, start: number) => Math.floor((ms - start) / unit) * unit + start
