import type { Detector } from '../model/series.ts'

const WARM_UP = 30

interface State {
  seen: number
  low: number
  high: number
}

/** How far a point lies outside everything seen so far, in tenths of that range. */
export const detector: Detector<State> = {
  id: 'record',
  begin: () => ({ seen: 0, low: 0, high: 0 }),
  next(state, { value }) {
    const { low, high, seen } = state
    state.seen++
    state.low = seen === 0 ? value : Math.min(low, value)
    state.high = seen === 0 ? value : Math.max(high, value)
    const expected = Math.min(high, Math.max(low, value))
    if (seen < WARM_UP) return { oddity: Number.NaN, expected }
    const beyond = Math.abs(value - expected)
    return { oddity: beyond === 0 ? 0 : beyond / ((high - low) / 10 + Math.abs(value) * 1e-6), expected }
  },
}
