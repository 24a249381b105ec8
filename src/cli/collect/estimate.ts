/** Says how long the rest takes, from how long the part that is done took: `, about 3 minutes left`. */
export function createEstimate(now: () => Date): (done: number) => string {
  const startedMs = now().getTime()
  return done => {
    const elapsedMs = now().getTime() - startedMs
    if (elapsedMs < SETTLED_MS || done < 0.01 || done >= 1) return ''
    return `, about ${lengthText((elapsedMs * (1 - done)) / done)} left`
  }
}

/** Before, the share that is done says little. */
const SETTLED_MS = 3000

/** `40 seconds`, `3 minutes`, `2 hours`. */
export function lengthText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 90) return plural(seconds, 'second')
  return seconds < 90 * 60 ? plural(Math.round(seconds / 60), 'minute') : plural(Math.round(seconds / 3600), 'hour')
}

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
