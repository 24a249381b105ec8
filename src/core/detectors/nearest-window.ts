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
}

/**
 * Distance of the last few points, as they follow each other, to the most similar stretch among those remembered: a shape that was not
 * seen before. Burnaev and Ishimtsev, "Conformalized density- and distance-based anomaly detection in time-series data", 2016.
 */
export const nearestWindow = (id: string, length: number): Detector<State> => ({
  id,
  begin: () => ({ recent: [], windows: [], stored: 0, oldest: 0 }),
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

/** Root mean square distance to the nearest window, and where in `windows` it begins. */
function nearest({ recent, windows, stored }: State, length: number): { distance: number; at: number } {
  let best = Number.POSITIVE_INFINITY
  let at = 0
  for (let start = 0; start < stored * length; start += length) {
    let sum = 0
    for (let i = 0; i < length && sum < best; i++) {
      const difference = (recent[i] as number) - (windows[start + i] as number)
      sum += difference * difference
    }
    if (sum < best) {
      best = sum
      at = start
    }
  }
  return { distance: Math.sqrt(best / length), at }
}

function remember(state: State, length: number) {
  const start = state.oldest * length
  for (let i = 0; i < length; i++) state.windows[start + i] = state.recent[i] as number
  state.stored = Math.min(REMEMBERED, state.stored + 1)
  state.oldest = (state.oldest + 1) % REMEMBERED
}
