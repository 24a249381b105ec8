import { isNovel, type Baseline } from '../log/baseline.ts'
import type { ExcerptLine, Match } from '../model/case-file.ts'
import type { LogLine, Section } from '../model/log.ts'
import type { TestReport } from '../model/test-report.ts'

/** What the line model looks at. */
export interface Evidence {
  readonly lines: readonly LogLine[]
  readonly sections: readonly Section[]
  readonly matches: readonly Match[]
  readonly tests: readonly TestReport[]
  readonly baseline?: Baseline | undefined
  readonly total: number
}

/** Placeholder shape until the weights are read. */
export interface LineModel {
  readonly version: number
}

const ERROR = /\b(?:error|failed|failure|fatal|exception|panic|cannot|undefined|not found|denied|refused|timed out|assert\w*)\b/i

/** How much each line looks like the explanation of a failure. */
export function scoreLines({ lines, matches, baseline }: Evidence, _model: LineModel): ExcerptLine[] {
  const cause = new Set<number>()
  for (const match of matches) if (match.role === 'cause') for (let n = match.lines[0]; n <= match.lines[1]; n++) cause.add(n)
  return lines.map(line => {
    const novel = baseline ? isNovel(line, baseline) : undefined
    const base = cause.has(line.n) ? 0.7 : ERROR.test(line.text) ? 0.3 : 0.02
    const { n, text, timeMs, echo, mark } = line
    return {
      n,
      text,
      ...(timeMs === undefined ? {} : { timeMs }),
      ...(echo ? { echo } : {}),
      ...(mark ? { mark } : {}),
      score: novel === false ? base * 0.15 : base,
      ...(novel ? { novel: true as const } : {}),
    }
  })
}
