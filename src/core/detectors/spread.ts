import type { Detector } from '../model/series.ts'
import { addToMoments, beginMoments, type Moments, standardDistance } from './moments.ts'

const SMOOTHING = 0.04
const MEMORY = 0.001
const WARM_UP = 30

interface State {
  readonly recent: Moments
  readonly limits: Moments
}

/**
 * Control chart of the spread: a metric that suddenly jitters, or stands still. The logarithm makes twice as much and half as much equally odd.
 * MacGregor and Harris, "The exponentially weighted moving variance", Journal of Quality Technology 25(2), 1993.
 */
export const detector: Detector<State> = {
  id: 'spread',
  begin: () => ({ recent: beginMoments(), limits: beginMoments() }),
  next({ recent, limits }, { value }) {
    const expected = recent.mean
    addToMoments(recent, value, SMOOTHING)
    if (recent.count * SMOOTHING < 1) return { oddity: Number.NaN, expected }
    const spread = Math.log(Math.sqrt(recent.variance) + recent.usualSpread / 50 + Number.MIN_VALUE)
    const oddity = limits.count < WARM_UP ? Number.NaN : standardDistance(limits, spread)
    addToMoments(limits, spread, MEMORY)
    return { oddity, expected }
  },
}
