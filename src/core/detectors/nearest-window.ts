import type { Detector } from '../model/series.ts'

const REMEMBERED = 400
const WARM_UP = 10

interface State {
  /** The last values, newest first. */
  readonly recent: number[]
  /** The windows before, one after the other in one list; `oldest` is the next to be replaced. */
  readonly windows: number[]
  stored: number
  oldest: number
  /** Which window was the nearest last time. */
  last: number
}

/**
 * Distance of the last few points, as they follow each other, to the most similar stretch among those remembered: a shape that was not
 * seen before. Burnaev and Ishimtsev, "Conformalized density- and distance-based anomaly detection in time-series data", 2016.
 */
export const nearestWindow = (id: string, length: number): Detector<State> => ({
  id,
  begin: () => ({ recent: [], windows: [], stored: 0, oldest: 0, last: 0 }),
  next(state, { value }) {
    const { recent } = state
    recent.unshift(value)
    if (recent.length > length) recent.pop()
    if (recent.length < length) return { oddity: Number.NaN, expected: value }
    const { distance, at } = nearest(state, length)
    const reading =
      state.stored < WARM_UP
        ? { oddity: Number.NaN, expected: value }
        : { oddity: distance, expected: state.windows[at] ?? value }
    remember(state, length)
    return reading
  },
})

/**
 * Root mean square distance to the nearest window, and where in `windows` it begins. The one after the last nearest comes first: it mostly is
 * near as well, and the rest need not be looked at to their ends.
 */
function nearest(state: State, length: number): { distance: number; at: number } {
  const { recent, windows, stored } = state
  let best = Number.POSITIVE_INFINITY
  let found = 0
  for (let turn = 0, window = (state.last + 1) % Math.max(1, stored); turn < stored; turn++) {
    const start = window * length
    let sum = 0
    for (let i = 0; i < length && sum < best; i++) {
      const difference = (recent[i] as number) - (windows[start + i] as number)
      sum += difference * difference
    }
    if (sum < best) {
      best = sum
      found = window
    }
    window = window + 1 === stored ? 0 : window + 1
  }
  state.last = found
  return { distance: Math.sqrt(best / length), at: found * length }
}

function remember(state: State, length: number) {
  const start = state.oldest * length
  for (let i = 0; i < length; i++) state.windows[start + i] = state.recent[i] as number
  state.stored = Math.min(REMEMBERED, state.stored + 1)
  state.oldest = (state.oldest + 1) % REMEMBERED
}
