import type { Category } from '../model/category.ts'
import type { PastFailure } from '../model/history.ts'

/** A failure that was seen, however often. */
export interface CommonFailure {
  readonly fingerprint: string
  readonly category: Category
  /** As it was told last. */
  readonly title: string
  /** Runs that had it. */
  readonly runs: number
  readonly jobs: readonly string[]
  readonly lastRun: number
  readonly lastMs: number | null
}

/** Fingerprints that are counted; of more, those seen once so far are forgotten. */
const MOST_KNOWN = 20_000

/** The failures that hit most runs, most first. */
export async function commonFailures(failures: AsyncIterable<PastFailure>, most: number): Promise<readonly CommonFailure[]> {
  const counts = new Map<string, Count>()
  for await (const failure of rootsOf(failures)) {
    const { fingerprint, repository, run, job, startedMs } = failure
    const count = counts.get(fingerprint) ?? { runs: new Set(), jobs: new Set(), last: failure }
    counts.set(fingerprint, count)
    count.runs.add(`${repository}\n${run}`)
    count.jobs.add(job)
    if ((startedMs ?? 0) >= (count.last.startedMs ?? 0)) count.last = failure
    if (counts.size > MOST_KNOWN)
      for (const [key, { runs }] of counts) if (runs.size === 1 && key !== fingerprint) counts.delete(key)
  }
  return [...counts.values()]
    .map(commonFailure)
    .sort((a, b) => b.runs - a.runs || (b.lastMs ?? 0) - (a.lastMs ?? 0))
    .slice(0, most)
}

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
  last: PastFailure
}

const commonFailure = ({ runs, jobs, last }: Count): CommonFailure => ({
  fingerprint: last.fingerprint,
  category: last.category,
  title: last.title,
  runs: runs.size,
  jobs: [...jobs],
  lastRun: last.run,
  lastMs: last.startedMs,
})
