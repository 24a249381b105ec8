import type { CaseFile } from '../model/case-file.ts'

/** Failures that a damaged download explains, and so a damaged cache of it. */
const CORRUPT: ReadonlySet<string> = new Set([
  'npm/eintegrity',
  'yarn/checksum',
  'go-mod/checksum',
  'os-http/corrupt-download',
  'git/corrupt',
])
/** https://github.com/actions/toolkit/tree/main/packages/cache */
const RESTORED = /Cache restored (?:successfully )?from key: (?<key>[^\s\p{Cc}]{1,512})\s*$/u

/** A job whose failure something damaged explains, and the caches that it had restored before, by their keys. */
export interface Poisoned {
  /** Null where the log is no job's. */
  readonly job: string | null
  /** Of what failed. */
  readonly title: string
  readonly keys: readonly string[]
}

/** One for each job. */
export function poisonedJobs({ logs }: Pick<CaseFile, 'logs'>): readonly Poisoned[] {
  return logs.flatMap(({ job, matches, lines }) => {
    const match = matches.find(({ rule }) => CORRUPT.has(rule))
    if (!match) return []
    const keys = new Set(lines.flatMap(({ text }) => RESTORED.exec(text)?.groups?.['key'] ?? []))
    return [{ job, title: match.title, keys: [...keys] }]
  })
}
