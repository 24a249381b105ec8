/** One thing measured: how much, how that compares, and what it may be at most. */
export interface Figure {
  readonly name: string
  /** As printed: `1.28 s`, `155 MB`. */
  readonly value: string
  /** Against something measured in the same run, so that machines compare. */
  readonly ratio?: { readonly of: number; readonly to: string }
  readonly bounds?: readonly Bound[]
}

/** `value` may be at most `max`. */
export interface Bound {
  readonly value: number
  readonly max: number
  /** As printed: `3 × rg`. */
  readonly text: string
}

/** Figures as lines; the last column says which bounds hold. */
export function print(figures: readonly Figure[]): void {
  for (const { name, value, ratio, bounds = [] } of figures) {
    const compared = ratio ? `${ratio.of.toFixed(2)} × ${ratio.to}` : ''
    const verdicts = bounds.map(bound => `${isBroken(bound) ? 'OVER' : 'ok,'} at most ${bound.text}`)
    console.log(`${name.padEnd(34)} ${value.padStart(9)}  ${compared.padEnd(22)} ${verdicts.join('; ')}`.trimEnd())
  }
}

export const broken = (figures: readonly Figure[]): readonly string[] =>
  figures.filter(({ bounds = [] }) => bounds.some(isBroken)).map(({ name }) => name)

/** What could not be measured is broken, too. */
const isBroken = ({ value, max }: Bound) => !(value <= max)

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

export const milliseconds = (ms: number): string => (ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`)
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
