import type { Detector } from '../model/series.ts'

const HOUR_MS = 3_600_000
const HOURS = 168
const RATE = 0.3
const VISITS = 3
const MEMORY = 2000

interface State {
  /** One entry an hour of the week, in UTC. */
  readonly visits: number[]
  readonly means: number[]
  readonly variances: number[]
  /** Mean squared distance from the hour's mean, over all hours. */
  overall: number
  counted: number
}

/** How far a point is from what its hour of the week usually brings; silent for points without a time. */
export const detector: Detector<State> = {
  id: 'seasonal',
  begin: () => ({ visits: zeros(), means: zeros(), variances: zeros(), overall: 0, counted: 0 }),
  next(state, { at, value }) {
    if (!Number.isFinite(at)) return { oddity: Number.NaN, expected: Number.NaN }
    const hour = ((Math.floor(at / HOUR_MS) % HOURS) + HOURS) % HOURS
    const {
      visits = 0,
      mean = 0,
      variance = 0,
    } = { visits: state.visits[hour], mean: state.means[hour], variance: state.variances[hour] }
    const distance = value - mean
    const weight = Math.max(RATE, 1 / (visits + 1))
    state.visits[hour] = visits + 1
    state.means[hour] = mean + weight * distance
    if (visits > 0) state.variances[hour] = (1 - weight) * (variance + weight * distance * distance)
    if (visits >= VISITS) {
      state.counted = Math.min(MEMORY, state.counted + 1)
      state.overall += (distance * distance - state.overall) / state.counted
    }
    if (visits < VISITS) return { oddity: Number.NaN, expected: mean }
    return { oddity: standard(distance, (variance + state.overall) / 2), expected: mean }
  },
}

const zeros = () => new Array<number>(HOURS).fill(0)

const standard = (distance: number, variance: number) =>
  distance === 0 ? 0 : Math.abs(distance) / Math.sqrt(Math.max(variance, Number.MIN_VALUE))
