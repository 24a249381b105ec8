/** Which lines of the logs a report shows, the same in every format. */
import type { Diagnosis, Failure, Highlight } from '../model/diagnosis.ts'

/** Lines of one job's log, in order, with the gaps between them. */
export interface Excerpt {
  readonly job: string | null
  readonly rows: readonly Row[]
}

/** A line of the log, or how many lines are left out. */
export type Row = { readonly n: number; readonly text: string; readonly matched: boolean } | { readonly gap: number }

/** The best highlights, at most `most` lines of them; jobs in the order of their best highlight. */
export function chooseExcerpts({ highlights, failures }: Pick<Diagnosis, 'highlights' | 'failures'>, most: number): Excerpt[] {
  const jobs = new Map<string | null, Map<number, string>>()
  let room = most
  for (const highlight of highlights) {
    const lines = jobs.get(highlight.job) ?? new Map<number, string>()
    for (const [n, text] of best(highlight, failures, room)) {
      if (lines.has(n)) continue
      lines.set(n, text)
      room--
    }
    if (lines.size > 0) jobs.set(highlight.job, lines)
    if (room <= 0) break
  }
  return [...jobs].map(([job, lines]) => ({ job, rows: withGaps(lines, matchedLines(failures, job, lines)) }))
}

/** The lines of a highlight, around its matched line where not all have room. */
function best({ job, lines, text }: Highlight, failures: readonly Failure[], room: number): [number, string][] {
  const numbered = text.map((line, index): [number, string] => [lines[0] + index, line])
  if (numbered.length <= room) return numbered
  const matched = matchedLines(failures, job, new Map(numbered))
  const first = numbered.findIndex(([n]) => matched.has(n))
  const from = Math.max(0, Math.min(first === -1 ? 0 : first - Math.floor(room / 4), numbered.length - room))
  return numbered.slice(from, from + room)
}

/** The lines that say what a failure's message says; where none does, the first line of where it was seen. */
function matchedLines(failures: readonly Failure[], job: string | null, lines: ReadonlyMap<number, string>): Set<number> {
  const matched = new Set<number>()
  for (const failure of failures) {
    if (!failure.lines || failure.job !== job) continue
    const [start, end] = failure.lines
    const message = failure.message.split('\n', 1)[0]?.trim() ?? ''
    const told = [...lines].find(([n, text]) => n >= start && n <= end && message !== '' && text.includes(message))
    if (told) matched.add(told[0])
    else if (lines.has(start)) matched.add(start)
  }
  return matched
}

function withGaps(lines: ReadonlyMap<number, string>, matched: ReadonlySet<number>): Row[] {
  const rows: Row[] = []
  let previous: number | null = null
  for (const [n, text] of [...lines].sort((a, b) => a[0] - b[0])) {
    if (previous !== null && n > previous + 1) rows.push({ gap: n - previous - 1 })
    rows.push({ n, text, matched: matched.has(n) })
    previous = n
  }
  return rows
}

/** The rows as text with a gutter of raw line numbers, `>` at what was recognised; for blocks of fixed-width text. */
export function excerptText({ rows }: Excerpt, clip: (line: string) => string): string {
  const digits = Math.max(3, ...rows.map(row => ('n' in row ? String(row.n).length : 0)))
  return rows
    .map(row =>
      'n' in row
        ? `${row.matched ? '>' : ' '} ${String(row.n).padStart(digits)}  ${clip(row.text)}`.trimEnd()
        : `  ${' '.repeat(digits)}  … ${row.gap} more`,
    )
    .join('\n')
}
