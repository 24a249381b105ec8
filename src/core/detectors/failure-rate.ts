import type { Detector } from '../model/series.ts'

const SHORT_MEMORY = 1 / 12
const LONG_MEMORY = 1 / 200
const WARM_UP = 20

/** Failures among trials, both forgotten bit by bit. */
interface Counts {
  failures: number
  trials: number
}

interface State {
  readonly recent: Counts
  readonly usual: Counts
  seen: number
  /** A value was met that is no rate. */
  isOther: boolean
}

/**
 * How far the failure rate of the last dozen runs is from the usual one: trials times the divergence of the two rates, the usual one with
 * Jeffreys' prior Beta(½, ½). Silent where values are not outcomes (0 or 1) and do not say of how many trials they are the rate.
 * Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16(2), 2001.
 */
export const detector: Detector<State> = {
  id: 'failure-rate',
  begin: () => ({ recent: { failures: 0, trials: 0 }, usual: { failures: 0, trials: 0 }, seen: 0, isOther: false }),
  next(state, { value, trials }) {
    state.isOther ||= value < 0 || value > 1 || (trials === undefined && value !== 0 && value !== 1)
    if (state.isOther) return { oddity: Number.NaN, expected: Number.NaN }
    const { recent, usual } = state
    add(recent, value, trials ?? 1, SHORT_MEMORY)
    const expected = (usual.failures + 1 / 2) / (usual.trials + 1)
    const oddity = state.seen < WARM_UP ? Number.NaN : recent.trials * divergence(recent.failures / recent.trials, expected)
    add(usual, value, trials ?? 1, LONG_MEMORY)
    state.seen++
    return { oddity, expected }
  },
}

function add(counts: Counts, rate: number, trials: number, forgotten: number) {
  counts.failures += rate * trials - forgotten * counts.failures
  counts.trials += trials - forgotten * counts.trials
}

/** Kullback-Leibler divergence of two Bernoulli distributions, in nats; `usual` is inside 0..1. */
const divergence = (rate: number, usual: number) => part(rate, usual) + part(1 - rate, 1 - usual)

const part = (share: number, usual: number) => (share <= 0 ? 0 : share * Math.log(share / usual))
