import type { Detector } from '../model/series.ts'
import { addToMoments, beginMoments, type Moments, standardDistance } from './moments.ts'

const SMOOTHING = 0.05
const MEMORY = 0.001
const WARM_UP = 30

/**
 * Control chart of the exponentially weighted moving average: small shifts that last. Its limits come from how the average itself moved, so
 * a metric whose neighbouring points resemble each other is judged by its own standard.
 * Roberts, "Control chart tests based on geometric moving averages", Technometrics 1(3), 1959.
 */
export const detector: Detector<{ average: number; seen: number; readonly limits: Moments }> = {
  id: 'ewma',
  begin: () => ({ average: 0, seen: 0, limits: beginMoments() }),
  next(state, { value }) {
    state.seen++
    state.average += Math.max(SMOOTHING, 1 / state.seen) * (value - state.average)
    const expected = state.limits.mean
    if (state.seen * SMOOTHING < 1) return { oddity: Number.NaN, expected: state.average }
    const oddity = state.limits.count < WARM_UP ? Number.NaN : standardDistance(state.limits, state.average)
    addToMoments(state.limits, state.average, MEMORY)
    return { oddity, expected }
  },
}
