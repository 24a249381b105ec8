/** Reads a folder of labelled logs: `index.jsonl` and the logs it names. The folder is always given by the caller. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One labelled log. */
export interface LabelledLog {
  readonly id: string
  readonly source: string
  readonly project: string
  readonly log: string
  readonly passLog: string | undefined
  /** 1-based human line ranges. */
  readonly lines: readonly (readonly [number, number])[] | undefined
  readonly label: Label | undefined
  readonly failedTests: readonly string[] | undefined
  readonly kind: string | undefined
}

/** Category label by the codebook. */
export interface Label {
  readonly category: string
  readonly second: string | null
  readonly transient: 'likely' | 'unlikely' | 'unclear'
}

const readLines = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

/** The corpus of a folder, with the project's own category labels where the source has none. */
export function readCorpus(folder: string): LabelledLog[] {
  const own = new Map(readLines(join(import.meta.dirname, '../../training/labels.jsonl')).map(row => [row.id, row]))
  return readLines(join(folder, 'index.jsonl')).map(row => {
    const label = row.our_label ? { ...row.our_label, second: row.our_label.also ?? null } : own.get(row.id)
    return {
      id: row.id,
      source: row.source,
      project: row.project,
      log: join(folder, row.log),
      passLog: row.pass_log ? join(folder, row.pass_log) : undefined,
      lines: row.labels.lines_lf ?? row.labels.lines,
      label,
      failedTests: row.labels.expected?.failed_tests?.split('#').filter(Boolean),
      kind: row.labels.category,
    }
  })
}
