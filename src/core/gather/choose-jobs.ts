import type { Conclusion } from '../model/run.ts'
import { SherpaError } from '../model/trouble.ts'
import type { CiJob, JobRef } from '../ports/ci.ts'

export interface Choice {
  /** Whose logs are to be read, the likeliest root first. */
  readonly chosen: readonly CiJob[]
  /** How many further failed jobs there are, whose logs are left unread. */
  readonly left: number
}

/** The jobs whose logs tell why a run failed: the one asked for, else those that failed, else those that were cancelled while running. */
export function chooseJobs(jobs: readonly CiJob[], asked: JobRef | null, most: number): Choice {
  if (asked) return { chosen: findAsked(jobs, asked), left: 0 }
  const failed = jobs.filter(hasFailed)
  const told = failed.length > 0 ? failed : jobs.filter(wasCancelled)
  const sorted = varied([...told].sort(byEnd))
  return { chosen: sorted.slice(0, most), left: Math.max(0, sorted.length - most) }
}

const FAILED: readonly (Conclusion | undefined)[] = ['failure', 'timed_out', 'startup_failure']

export const hasFailed = ({ job }: CiJob): boolean => FAILED.includes(job.conclusion)
export const wasCancelled = ({ job }: CiJob): boolean => job.conclusion === 'cancelled' && (job.steps?.length ?? 0) > 0

function findAsked(jobs: readonly CiJob[], asked: JobRef): CiJob[] {
  if (asked.id !== undefined)
    return only(
      jobs.filter(({ job }) => job.id === asked.id),
      jobs,
      `the id ${asked.id}`,
    )
  const exact = jobs.filter(({ job }) => job.name === asked.name)
  if (exact.length > 0) return exact
  const needle = asked.name.toLowerCase()
  const like = jobs.filter(({ job }) => job.name.toLowerCase().includes(needle))
  return only(like, jobs, `the name ${JSON.stringify(asked.name)}`)
}

function only(found: readonly CiJob[], jobs: readonly CiJob[], what: string): CiJob[] {
  if (found.length === 1) return [...found]
  const message =
    found.length === 0 ? `no job of this run has ${what}` : `${found.length} jobs of this run have ${what} in their name`
  const names = [...new Set((found.length === 0 ? jobs : found).map(({ job }) => job.name))]
  throw new SherpaError({
    code: 'job-unknown',
    kind: 'usage',
    message,
    hint: names.length > 0 ? `give one of: ${list(names)}` : 'leave --job out',
  })
}

const SHOWN = 12

const list = (names: readonly string[]) =>
  names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '')

/** What failed first is likelier the root. */
const byEnd = (a: CiJob, b: CiJob) => endOf(a) - endOf(b) || a.job.id - b.job.id
const endOf = ({ job }: CiJob) => (job.completedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(job.completedAt))

/** One of each matrix first, then the second of each, so that a cap leaves out what is most alike. */
function varied(jobs: readonly CiJob[]): CiJob[] {
  const seen = new Map<string, number>()
  const ranked = jobs.map(job => {
    const name = baseName(job.job.name)
    const rank = seen.get(name) ?? 0
    seen.set(name, rank + 1)
    return { job, rank }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ job }) => job)
}

/** The name without its matrix: `unit (ubuntu, 22)` → `unit`. */
export const baseName = (name: string): string => name.replace(/ ?\([^()]*\)$/, '')
