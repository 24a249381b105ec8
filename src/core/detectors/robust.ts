import type { Detector } from '../model/series.ts'
import { FARTHEST } from './moments.ts'

const WINDOW = 100
const WARM_UP = 10
/** Makes a quarter range of a normal distribution its standard deviation. */
const NORMAL = 1.349

interface State {
  /** The last values in order of time, `oldest` next to be replaced, and in order of size. */
  readonly recent: number[]
  readonly sorted: number[]
  oldest: number
  /** Mean of all spreads seen. */
  usualSpread: number
  counted: number
}

/**
 * How far a point is from the median of the last hundred, in units of their middle half: spikes before it do not blunt it.
 * Iglewicz and Hoaglin, "How to detect and handle outliers", 1993.
 */
export const detector: Detector<State> = {
  id: 'robust',
  begin: () => ({ recent: [], sorted: [], oldest: 0, usualSpread: 0, counted: 0 }),
  next(state, { value }) {
    const { sorted } = state
    const expected = at(sorted, 1 / 2)
    let oddity = Number.NaN
    if (sorted.length >= WARM_UP) {
      const spread = (at(sorted, 3 / 4) - at(sorted, 1 / 4)) / NORMAL
      state.counted++
      state.usualSpread += (spread - state.usualSpread) / state.counted
      const unit = Math.max(spread, state.usualSpread / 5, Math.abs(expected) * 1e-9, Number.MIN_VALUE)
      oddity = value === expected ? 0 : Math.min(FARTHEST, Math.abs(value - expected) / unit)
    }
    replaceOldest(state, value)
    return { oddity, expected }
  },
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN

function replaceOldest(state: State, value: number) {
  const { recent, sorted } = state
  if (recent.length === WINDOW) sorted.splice(placeOf(sorted, recent[state.oldest] as number), 1)
  sorted.splice(placeOf(sorted, value), 0, value)
  recent[state.oldest] = value
  state.oldest = (state.oldest + 1) % WINDOW
}

/** The first place whose value is not smaller. */
function placeOf(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
