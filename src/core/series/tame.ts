import { grainOf, median, runningMedian } from './order.ts'

const REACH = 5
const SPREAD_REACH = 15
/** Standard deviations of its surroundings that a point may be away from their median. */
const MOST = 3
const NORMAL = 1.4826

/** The series with lone spikes cut back to what their surroundings allow, so that no change of level is seen in them. */
export function tame(values: Float64Array): Float64Array {
  const centres = runningMedian(values, REACH)
  const distances = values.map((value, i) => Math.abs(value - (centres[i] as number)))
  const least = NORMAL * median(distances) * 0.3
  const spreads = runningMedian(distances, SPREAD_REACH)
  const grain = grainOf(values)
  return values.map((value, i) => {
    const centre = centres[i] as number
    const room = Math.max(MOST * NORMAL * (spreads[i] as number), MOST * least, grain)
    return Math.min(centre + room, Math.max(centre - room, value))
  })
}
