/** Statistics of order: what a few wild values cannot move. Values are finite numbers. */

/** The middle value; NaN of nothing. */
export const median = (values: ArrayLike<number>): number => middle(sorted(values))

/** The value below which a share of the others lies; NaN of nothing. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const order = sorted(values)
  return order[Math.min(order.length - 1, Math.floor(share * order.length))] ?? Number.NaN
}

/** Makes a median absolute deviation the standard deviation of normal noise. */
const NORMAL = 1.4826

/** The standard deviation, were the values normal around `centre`: from their median distance. */
export const spreadAround = (values: ArrayLike<number>, centre: number): number =>
  NORMAL * median(Float64Array.from(values, value => Math.abs(value - centre)))

/**
 * The standard deviation of the noise, whatever the level does: from the differences of neighbours. It is no smaller than half a grain, because
 * where rounding hides the noise most neighbours are equal.
 */
export function noiseOf(values: ArrayLike<number>): number {
  const steps = stepsOf(values)
  return steps.length === 0 ? 0 : Math.max((NORMAL * median(steps)) / Math.SQRT2, grainOf(values) / 2)
}

/** The unit that values are rounded to, seen as the small ones of their steps; of values that are not rounded, a fraction of the noise. */
export function grainOf(values: ArrayLike<number>): number {
  const grain = quantile(
    stepsOf(values).filter(step => step > 0),
    0.1,
  )
  return Number.isNaN(grain) ? 0 : grain
}

const stepsOf = (values: ArrayLike<number>) =>
  Float64Array.from({ length: Math.max(0, values.length - 1) }, (_, i) =>
    Math.abs((values[i + 1] as number) - (values[i] as number)),
  )

/** The median of each value and `reach` neighbours on either side, fewer at the ends. */
export function runningMedian(values: ArrayLike<number>, reach: number): Float64Array {
  const window: number[] = []
  const medians = new Float64Array(values.length)
  for (let i = 0; i < Math.min(reach, values.length); i++) insert(window, values[i] as number)
  for (let i = 0; i < values.length; i++) {
    if (i + reach < values.length) insert(window, values[i + reach] as number)
    if (i > reach) window.splice(window.indexOf(values[i - reach - 1] as number), 1)
    medians[i] = middle(window)
  }
  return medians
}

function insert(order: number[], value: number) {
  let at = order.length
  while (at > 0 && (order[at - 1] as number) > value) at--
  order.splice(at, 0, value)
}

const sorted = (values: ArrayLike<number>) => Float64Array.from(values).sort()

function middle(order: ArrayLike<number>): number {
  const half = order.length >> 1
  if (order.length % 2 === 1) return order[half] as number
  return order.length === 0 ? Number.NaN : ((order[half - 1] as number) + (order[half] as number)) / 2
}
