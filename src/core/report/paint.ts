/** Colour by meaning, so that a report never names a colour. */

/** Gives a text the look of its meaning, or returns it as it is. */
export type Paint = Readonly<Record<keyof typeof CODES, (text: string) => string>>

// SGR codes: https://ecma-international.org/publications-and-standards/standards/ecma-48/
const CODES = {
  /** The one sentence that must be read. */
  headline: [1, 22],
  bad: [31, 39],
  good: [32, 39],
  doubtful: [33, 39],
  /** Titles of parts. */
  title: [1, 22],
  /** What a rule or a test report recognised in the log. */
  matched: [1, 22],
  /** What is there for those who look for it. */
  quiet: [2, 22],
  /** Names: jobs, steps, files, tests. */
  name: [36, 39],
} as const

export function createPaint({ color }: { readonly color: boolean }): Paint {
  const one =
    ([on, off]: readonly [number, number]) =>
    (text: string) =>
      color && text ? `\x1b[${on}m${text}\x1b[${off}m` : text
  return {
    headline: one(CODES.headline),
    bad: one(CODES.bad),
    good: one(CODES.good),
    doubtful: one(CODES.doubtful),
    title: one(CODES.title),
    matched: one(CODES.matched),
    quiet: one(CODES.quiet),
    name: one(CODES.name),
  }
}
