import { setTimeout as sleep } from 'node:timers/promises'
import type { retry } from '@octokit/plugin-retry'

/** What plug-ins get. */
type Core = Parameters<typeof retry>[0]

export interface Reserve {
  /** Of all requests of an hour: 0..1. */
  readonly share: number
  readonly maxWaitSeconds: number
  readonly onWait: (seconds: number) => void
}

/**
 * Who asks for much leaves something to others who use the same token: when only the reserve is left, all requests wait for the next hour,
 * by the server's clock. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#checking-the-status-of-your-rate-limit
 */
export const leaveReserve =
  ({ share, maxWaitSeconds, onWait }: Reserve) =>
  (octokit: Core): void => {
    let gate: Promise<void> | undefined

    function look(headers: Headers | undefined) {
      const seconds = gate ? 0 : secondsToWait(headers ?? {}, share)
      if (seconds <= 0 || seconds > maxWaitSeconds) return
      onWait(seconds)
      gate = sleep(seconds * 1000).then(() => {
        gate = undefined
      })
    }
    octokit.hook.before('request', () => gate)
    octokit.hook.after('request', response => look(response.headers))
    octokit.hook.error('request', error => {
      if ('response' in error) look(error.response?.headers)
      throw error
    })
  }

type Headers = Readonly<Record<string, string | number | undefined>>

/** 0 where there is more than the reserve, or nothing is said. */
export function secondsToWait(headers: Headers, share: number): number {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map(name => Number(headers[`x-ratelimit-${name}`]))
  const now = Date.parse(String(headers['date'])) / 1000
  if (limit === undefined || remaining === undefined || reset === undefined) return 0
  return remaining <= limit * share && remaining > 0 && reset > now ? reset - now + 1 : 0
}
