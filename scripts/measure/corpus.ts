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
  /** What a person points at when asked where the log says it: one of these, where it is known more exactly than `lines`. */
  readonly root: readonly (readonly [number, number])[] | undefined
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

const ownRows = (name: string) =>
  new Map(readLines(join(import.meta.dirname, `../../training/${name}.jsonl`)).map(row => [row.id, row]))

/** Sources that mark no more than the failing step. */
const COARSE = new Set(['logsage'])

/** The corpus of a folder, with the project's own labels and marks where the source has none. */
export function readCorpus(folder: string): LabelledLog[] {
  const own = ownRows('labels')
  const marks = ownRows('marks')
  return readLines(join(folder, 'index.jsonl')).map(row => {
    const mark = marks.get(row.id)
    const told = COARSE.has(row.source) ? undefined : (row.labels.lines_lf ?? row.labels.lines)
    const label = row.our_label ? { ...row.our_label, second: row.our_label.also ?? null } : own.get(row.id)
    return {
      id: row.id,
      source: row.source,
      project: row.project,
      log: join(folder, row.log),
      passLog: row.pass_log ? join(folder, row.pass_log) : undefined,
      lines: mark?.lines ?? told,
      root: mark ? [mark.root] : told,
      label,
      failedTests: row.labels.expected?.failed_tests?.split('#').filter(Boolean),
      kind: row.labels.category,
    }
  })
}
