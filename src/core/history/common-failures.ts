import type { Category } from '../model/category.ts'
import type { PastFailure } from '../model/history.ts'

/** A failure that was seen, however often. */
export interface CommonFailure {
  readonly fingerprint: string
  readonly category: Category
  /** As it was told last. */
  readonly title: string
  readonly message: string
  /** Runs that had it. */
  readonly runs: number
  readonly jobs: readonly string[]
  /** When it was seen first, as far as the history goes. */
  readonly firstMs: number | null
  readonly lastRun: number
  readonly lastMs: number | null
}

/** Fingerprints that are counted; of more, those seen once so far are forgotten. */
const MOST_KNOWN = 20_000

/** The root failures of jobs by their fingerprints. */
export async function groupFailures(failures: AsyncIterable<PastFailure>): Promise<readonly CommonFailure[]> {
  const counts = new Map<string, Count>()
  for await (const failure of rootsOf(failures)) {
    const { fingerprint, repository, run, job, startedMs } = failure
    const count = counts.get(fingerprint) ?? { runs: new Set(), jobs: new Set(), first: failure, last: failure }
    counts.set(fingerprint, count)
    count.runs.add(`${repository}\n${run}`)
    count.jobs.add(job)
    if ((startedMs ?? 0) >= (count.last.startedMs ?? 0)) count.last = failure
    if (counts.size > MOST_KNOWN)
      for (const [key, { runs }] of counts) if (runs.size === 1 && key !== fingerprint) counts.delete(key)
  }
  return [...counts.values()].map(commonFailure)
}

/** Those that hit most runs, most first. */
export const mostCommon = (groups: readonly CommonFailure[], most: number): readonly CommonFailure[] =>
  groups.toSorted((a, b) => b.runs - a.runs || newerFirst(a, b)).slice(0, most)

/** Those seen last, newest first. */
export const newest = (groups: readonly CommonFailure[], most: number): readonly CommonFailure[] =>
  groups.toSorted(newerFirst).slice(0, most)

const newerFirst = (a: CommonFailure, b: CommonFailure) => (b.lastMs ?? 0) - (a.lastMs ?? 0) || b.lastRun - a.lastRun

/** The first failure of each job of each attempt: the root of the others. */
export async function* rootsOf(failures: AsyncIterable<PastFailure>): AsyncGenerator<PastFailure> {
  let last: PastFailure | undefined
  for await (const failure of failures) {
    if (!last || !isOfOneJob(last, failure)) yield failure
    last = failure
  }
}

const isOfOneJob = (a: PastFailure, b: PastFailure) =>
  a.run === b.run && a.attempt === b.attempt && a.job === b.job && a.workflow === b.workflow && a.repository === b.repository

interface Count {
  readonly runs: Set<string>
  readonly jobs: Set<string>
  readonly first: PastFailure
  last: PastFailure
}

const commonFailure = ({ runs, jobs, first, last }: Count): CommonFailure => ({
  fingerprint: last.fingerprint,
  category: last.category,
  title: last.title,
  message: last.message,
  runs: runs.size,
  jobs: [...jobs],
  firstMs: first.startedMs,
  lastRun: last.run,
  lastMs: last.startedMs,
})
