import type { Cost } from './segments.ts'

/** Normal noise of known variance around a level. */
export function levelCost(values: ArrayLike<number>, variance: number): Cost {
  const squares = squaresWithin(values)
  return (start, end) => squares(start, end) / variance
}

/** Normal noise of its own variance, which is no smaller than `floor`, around a level. */
export function levelAndSpreadCost(values: ArrayLike<number>, floor: number): Cost {
  const squares = squaresWithin(values)
  return (start, end) => (end - start) * Math.log(squares(start, end) / (end - start) + floor)
}

/** Rates, each of `trials` trials. */
export function rateCost(rates: ArrayLike<number>, trials: number): Cost {
  const sums = runningSums(rates, rate => rate)
  return (start, end) => {
    const rate = ((sums[end] as number) - (sums[start] as number)) / (end - start)
    return -2 * trials * (end - start) * (surprise(rate) + surprise(1 - rate))
  }
}

const surprise = (share: number) => (share <= 0 ? 0 : share * Math.log(share))

/** Sum of squared distances from the mean of a stretch. */
function squaresWithin(values: ArrayLike<number>): Cost {
  let centre = 0
  for (let i = 0; i < values.length; i++) centre += (values[i] as number) / values.length
  const sums = runningSums(values, value => value - centre)
  const squares = runningSums(values, value => (value - centre) ** 2)
  return (start, end) => {
    const sum = (sums[end] as number) - (sums[start] as number)
    return Math.max(0, (squares[end] as number) - (squares[start] as number) - (sum * sum) / (end - start))
  }
}

function runningSums(values: ArrayLike<number>, of: (value: number) => number): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] as number) + of(values[i] as number)
  return sums
}
