import type { Detector } from '../model/series.ts'

const WINDOW = 60
/** How long the newer of two stretches may be. */
const LENGTHS = [5, 8, 12, 20, 30]
const SHORTEST_PAST = 20

interface State {
  /** The last values, oldest first. */
  readonly recent: number[]
}

/**
 * How much better the last points are told as two stretches, each with its own level and spread, than as one: a log-likelihood ratio over
 * a window. Lai, "Sequential changepoint detection in quality control and dynamical systems", JRSS B 57(4), 1995.
 */
export const detector: Detector<State> = {
  id: 'change-point',
  begin: () => ({ recent: [] }),
  next({ recent }, { value }) {
    recent.push(value)
    if (recent.length > WINDOW) recent.shift()
    const whole = stretch(recent, 0)
    let oddity = Number.NaN
    let expected = whole.mean
    for (const length of LENGTHS) {
      const start = recent.length - length
      if (start < SHORTEST_PAST) break
      const newer = stretch(recent, start)
      const older = without(whole, newer)
      const floor = whole.variance * 1e-3 + Number.MIN_VALUE
      const ratio =
        whole.count * Math.log(whole.variance + floor) -
        older.count * Math.log(older.variance + floor) -
        newer.count * Math.log(newer.variance + floor)
      if (ratio <= oddity) continue
      oddity = Math.max(0, ratio)
      expected = older.mean
    }
    return { oddity, expected }
  },
}

interface Stretch {
  readonly count: number
  readonly mean: number
  readonly variance: number
}

function stretch(values: readonly number[], start: number): Stretch {
  const count = values.length - start
  let mean = 0
  for (let i = start; i < values.length; i++) mean += (values[i] as number) / count
  let variance = 0
  for (let i = start; i < values.length; i++) variance += ((values[i] as number) - mean) ** 2 / count
  return { count, mean, variance }
}

/** What is left of a stretch without its end. */
function without(whole: Stretch, end: Stretch): Stretch {
  const count = whole.count - end.count
  const mean = (whole.mean * whole.count - end.mean * end.count) / count
  const squares = whole.count * (whole.variance + (whole.mean - mean) ** 2) - end.count * (end.variance + (end.mean - mean) ** 2)
  return { count, mean, variance: Math.max(0, squares / count) }
}
