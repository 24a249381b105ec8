const KEPT = 20
const WARM_UP = 50

/** The highest values of a detector so far, and of how many. */
export interface Tail {
  /** Lowest first. */
  readonly highest: number[]
  seen: number
}

export const beginTail = (): Tail => ({ highest: [], seen: 0 })

/**
 * How rare a value is among all before it, as -log10 of a probability, and takes it in. What lies above the highest values is taken to be
 * exponential, so a value beyond all others is the rarer the further it is beyond them.
 * Siffer et al., "Anomaly detection in streams with extreme value theory", KDD 2017, with the simplest member of the family.
 */
export function rarity(tail: Tail, value: number): number {
  const rare = tail.seen < WARM_UP ? 0 : exceedance(tail, value)
  tail.seen++
  keep(tail.highest, value)
  return rare
}

function exceedance({ highest, seen }: Tail, value: number): number {
  const used = Math.min(highest.length, Math.max(5, Math.min(KEPT, Math.ceil(seen / 20))))
  const first = highest.length - used
  const threshold = highest[first] ?? 0
  if (value <= threshold) return 0
  let sum = 0
  for (let i = first; i < highest.length; i++) sum += (highest[i] as number) - threshold
  const scale = Math.max(sum / (used - 1), Math.abs(threshold) * 1e-3, 1e-9)
  return Math.log10(seen / used) + ((value - threshold) / scale) * Math.LOG10E
}

function keep(highest: number[], value: number) {
  if (highest.length === KEPT && value <= (highest[0] as number)) return
  let at = highest.length
  while (at > 0 && (highest[at - 1] as number) > value) at--
  highest.splice(at, 0, value)
  if (highest.length > KEPT) highest.shift()
}
