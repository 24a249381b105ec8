const BLOCKS = '▁▂▃▄▅▆▇█'
const PLAIN = '_.-=+*%#'

export interface SparklineOptions {
  /** In characters. */
  readonly width: number
  readonly unicode: boolean
}

/**
 * A series as one line: a character for each of at most `width` stretches, as high as their median, on the scale of the
 * inner 98 %. A blank is a stretch without values.
 */
export function sparkline(values: readonly number[], { width, unicode }: SparklineOptions): string {
  const order = values.filter(value => !Number.isNaN(value)).sort((a, b) => a - b)
  const at = (share: number) => order[Math.min(order.length - 1, Math.floor(share * order.length))] ?? 0
  const [low, high] = [at(0.01), at(0.99)]
  const steps = unicode ? BLOCKS : PLAIN
  return stretches(values.length, width)
    .map(([start, end]) => {
      const value = median(values.slice(start, end))
      if (value === undefined) return ' '
      const share = high > low ? (value - low) / (high - low) : 0
      return steps[Math.min(steps.length - 1, Math.max(0, Math.floor(share * steps.length)))]
    })
    .join('')
}

/** Marks under a sparkline of `length` values: the first of the given characters whose positions fall there. */
export function marks(length: number, width: number, kinds: readonly (readonly [mark: string, at: readonly number[]])[]): string {
  const line = new Array<string>(Math.min(width, length)).fill(' ')
  for (const [mark, at] of [...kinds].reverse()) for (const index of at) line[Math.floor((index * line.length) / length)] = mark
  return line.join('').trimEnd()
}

function stretches(length: number, width: number): readonly (readonly [start: number, end: number])[] {
  const count = Math.min(width, length)
  return Array.from(
    { length: count },
    (_, i) => [Math.ceil((i * length) / count), Math.ceil(((i + 1) * length) / count)] as const,
  )
}

function median(values: readonly number[]): number | undefined {
  const order = values.filter(value => !Number.isNaN(value)).sort((a, b) => a - b)
  return order[order.length >> 1]
}
