/**
 * Isotonic regression by pooling adjacent violators (Zadrozny & Elkan, KDD 2002), smoothed: pools of at least a few dozen answers,
 * and each pool drawn a little towards the mean of all.
 */
export function calibrationCorners(pairs: readonly (readonly [raw: number, right: number])[]): (readonly [number, number])[] {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0])
  const size = Math.max(10, Math.round(sorted.length / 12))
  const pools: { raw: number; right: number; n: number }[] = []
  for (let i = 0; i < sorted.length; i += size) {
    const part = sorted.slice(i, i + size)
    pools.push({ raw: mean(part.map(pair => pair[0])), right: mean(part.map(pair => pair[1])), n: part.length })
    while (pools.length > 1 && (pools.at(-2) as { right: number }).right > (pools.at(-1) as { right: number }).right) {
      const [a, b] = pools.splice(-2) as [(typeof pools)[0], (typeof pools)[0]]
      const n = a.n + b.n
      pools.push({ raw: (a.raw * a.n + b.raw * b.n) / n, right: (a.right * a.n + b.right * b.n) / n, n })
    }
  }
  const all = mean(sorted.map(pair => pair[1]))
  return pools.map(({ raw, right, n }) => [round(raw), round((right * n + all * 3) / (n + 3))] as const)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const round = (value: number) => Math.round(value * 1e4) / 1e4
