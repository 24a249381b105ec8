/** Numbers said in words, the same in every format. */
import type { Diagnosis, Failure } from '../model/diagnosis.ts'

/** A probability, 0..1, of the category being right. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 0.9) return 'sure'
  if (confidence >= 0.7) return 'fairly sure'
  return confidence >= 0.5 ? 'probably' : 'a guess'
}

/** What a re-run of the same commit would do, as a sentence without its full stop. */
export function rerunVerdict(transient: number): string {
  return `${rerunWords(transient)} (${number2(transient)})`
}

/** How a re-run's chance is to be shown. */
export function rerunTone(transient: number): 'good' | 'doubtful' | 'bad' {
  if (transient >= 0.5) return 'good'
  return transient >= 0.2 ? 'doubtful' : 'bad'
}

function rerunWords(transient: number): string {
  if (transient >= 0.8) return 'a re-run would probably pass'
  if (transient >= 0.5) return 'a re-run may well pass'
  return transient >= 0.2 ? 'a re-run might pass' : 'a re-run will not help'
}

/** With two decimals, never rounded to a certainty that is not there. */
export function number2(probability: number): string {
  if (!Number.isFinite(probability)) return '?'
  if (probability > 0.99 && probability < 1) return '0.99'
  if (probability > 0 && probability < 0.01) return '0.01'
  return probability.toFixed(2)
}

/** `a › b`, of what is known. */
export function place({ job, step }: Pick<Failure, 'job' | 'step'>, separator: string): string {
  return [job, step].filter(Boolean).join(` ${separator} `)
}

/** `line 12` or `lines 12-15`; empty where no line is known. */
export function lineWords(lines: Failure['lines']): string {
  if (!lines) return ''
  return lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]}-${lines[1]}`
}

/** `src/a.ts:12` or `src/a.ts`; empty where no file is known. */
export function fileWords({ file, line }: Pick<Failure, 'file' | 'line'>): string {
  if (!file) return ''
  return line === undefined ? file : `${file}:${line}`
}

/** How much was read, e.g. `3 logs, 12,345 lines, 1.2 MB`. */
export function readWords({ stats }: Pick<Diagnosis, 'stats'>): string {
  const parts = [count(stats.logs, 'log'), count(stats.lines, 'line'), sizeWords(stats.bytes)]
  if (stats.jobs > 0) parts.push(`${stats.failedJobs} of ${count(stats.jobs, 'job')} failed`)
  if (stats.compared) parts.push('compared with a green run')
  return parts.join(', ')
}

/** `1 log`, `2 logs`, `1,234 lines`. */
export function count(amount: number, noun: string): string {
  return `${thousands(amount)} ${noun}${amount === 1 ? '' : 's'}`
}

function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Failures other than the root; not those that only tell it again, within its lines. */
export const otherFailures = ([root, ...others]: readonly Failure[]): Failure[] =>
  others.filter(failure => !root || !tellsAgain(failure, root))

const tellsAgain = (failure: Failure, root: Failure) =>
  failure.lines !== null &&
  root.lines !== null &&
  failure.job === root.job &&
  failure.category === root.category &&
  failure.lines[0] >= root.lines[0] &&
  failure.lines[1] <= root.lines[1]
