import { seededRandom } from '../random.ts'
import { DAY, HOUR } from './timeline.ts'

/** Why a job is red. Only a change mends a `break` and a `bad-release`; all else passes by itself. */
export type Root = 'network' | 'outage' | 'flaky' | 'break' | 'bad-release'

/** What is wrong in the simulated year, decided before it begins; nobody who heals sees it. */
export interface Truth {
  random(): number
  /** The registry is away. */
  isOutage(ms: number): boolean
  readonly flaky: readonly FlakyTest[]
}

export interface FlakyTest {
  readonly name: string
  /** Of its runs. */
  readonly rate: number
  readonly fromMs: number
  readonly untilMs: number
}

/** Tests of the job `unit`. */
export const TESTS = Array.from({ length: 40 }, (_, n) => `shop › part ${n % 8} › keeps promise ${n}`)
const RATES = [0.004, 0.01, 0.015, 0.02, 0.03, 0.06]

export function createTruth(seed: number, startMs: number, days: number): Truth {
  const random = seededRandom(seed)
  const outages = Array.from({ length: Math.ceil(days / 12) }, () => {
    const fromMs = startMs + random() * days * DAY
    return { fromMs, untilMs: fromMs + (0.5 + 4 * random()) * HOUR }
  })
  const flaky = RATES.map((rate, n) => ({
    name: TESTS[n * 5] as string,
    rate,
    fromMs: startMs + (n % 3 === 2 ? 0.4 * days * DAY : 0),
    untilMs: n % 4 === 3 ? startMs + 0.7 * days * DAY : Number.POSITIVE_INFINITY,
  }))
  return { random, isOutage: ms => outages.some(({ fromMs, untilMs }) => fromMs <= ms && ms < untilMs), flaky }
}
