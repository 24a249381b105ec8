const DAY_MS = 86_400_000
/** Monday, 5 January 1970. */
const FIRST_MONDAY_MS = 4 * DAY_MS

export type Period = 'day' | 'week'

/** When the day or the week (from Monday) of a time begins, in UTC. */
export function periodStart(ms: number, period: Period): number {
  const length = periodMs(period)
  const from = period === 'week' ? FIRST_MONDAY_MS : 0
  return Math.floor((ms - from) / length) * length + from
}

export const periodMs = (period: Period): number => (period === 'week' ? 7 * DAY_MS : DAY_MS)

/** Days for up to seven weeks, beyond that weeks. */
export const fittingPeriod = (spanMs: number): Period => (spanMs <= 49 * DAY_MS ? 'day' : 'week')

/** `2026-01-31`, in UTC. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
