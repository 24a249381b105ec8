/** The primary rate limit: counts down, shows itself on every answer, refuses when used up. */
import type { World } from '../world.ts'
import { type Answer, failed } from './answer.ts'

export interface RateLimit {
  /** Whether nothing is left. */
  exhausted(): boolean
  /** Takes one request off. */
  spend(): void
  headers(): Record<string, string>
  /** GitHub's refusal, with headers of its own: nothing left until `resetInSeconds` from now. */
  refusal(resetInSeconds?: number): Answer
}

/** The reset time is real time: a client compares it with its own clock or the Date header. */
export function createRateLimit(settings: NonNullable<World['rateLimit']> = {}): RateLimit {
  const limit = settings.limit ?? 5000
  let reset = epoch(settings.resetInSeconds ?? 3600)
  let remaining = settings.remaining ?? limit
  const renew = () => {
    if (epoch(0) < reset) return
    reset = epoch(3600)
    remaining = limit
  }
  return {
    exhausted: () => {
      renew()
      return remaining === 0
    },
    spend: () => {
      remaining = Math.max(0, remaining - 1)
    },
    headers: () => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-used': String(limit - remaining),
      'x-ratelimit-resource': 'core',
    }),
    refusal: resetInSeconds =>
      failed(403, 'API rate limit exceeded for installation ID 1.', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-used': String(limit),
        'x-ratelimit-reset': String(resetInSeconds === undefined ? reset : epoch(resetInSeconds)),
      }),
  }
}

function epoch(secondsFromNow: number): number {
  return Math.floor(Date.now() / 1000) + secondsFromNow
}
