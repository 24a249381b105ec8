/** What happens, in the order of time, on a clock of its own. */
export interface Timeline {
  /** Epoch milliseconds. */
  now(): number
  at(ms: number, event: () => Promise<void> | void): void
  /** Lets happen what comes before that time, one thing after another. */
  until(ms: number): Promise<void>
}

export function createTimeline(startMs: number): Timeline {
  let nowMs = startMs
  const waiting: { readonly ms: number; readonly event: () => Promise<void> | void }[] = []
  return {
    now: () => nowMs,
    at(wantedMs, event) {
      const ms = Math.max(Math.round(wantedMs), nowMs)
      const later = waiting.findIndex(other => other.ms > ms)
      waiting.splice(later < 0 ? waiting.length : later, 0, { ms, event })
    },
    async until(endMs) {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        if (next.ms > endMs) break
        nowMs = next.ms
        await next.event()
      }
      nowMs = endMs
    },
  }
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
