import type { Detector } from '../model/series.ts'
import { addToMoments, beginMoments, type Moments, standardDistance } from './moments.ts'

const RATE = 0.01
const WARM_UP = 10

/** How many standard deviations a point is from the mean of about the last hundred. */
export const detector: Detector<Moments> = {
  id: 'z-score',
  begin: beginMoments,
  next(moments, { value }) {
    const expected = moments.mean
    const oddity = moments.count < WARM_UP ? Number.NaN : standardDistance(moments, value)
    addToMoments(moments, value, RATE)
    return { oddity, expected }
  },
}
