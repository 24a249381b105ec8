/** What reruns and cancellations do to a run: a new attempt, jobs carried over or queued again. */
import { DAWN } from '../time.ts'
import type { AttemptData, JobData, RepositoryData, RunData } from '../world.ts'

const DAYS_30 = 30 * 24 * 3600 * 1000

export interface RerunRequest {
  repo: RepositoryData
  run: RunData
  /** Names of the jobs to run again; null: all. Jobs that need one of them follow. */
  names: string[] | null
  actor: string
  debug: boolean
  now: string
}

/** Why GitHub refuses to rerun this run now; undefined: it does not. */
export function rerunRefusal(run: RunData, now: string): 'run-in-progress' | 'run-too-old' | undefined {
  if (run.attempts.at(-1)?.status !== 'completed') return 'run-in-progress'
  return Date.parse(now) - Date.parse(run.createdAt) > DAYS_30 ? 'run-too-old' : undefined
}

/** The names of the jobs "rerun failed jobs" starts with. */
export function failedNames(attempt: AttemptData): string[] {
  const bad = new Set(['failure', 'cancelled', 'timed_out', 'action_required'])
  return attempt.jobs.filter(job => job.conclusion !== null && bad.has(job.conclusion)).map(job => job.name)
}

/** Appends a queued attempt to the run. Every job gets a new id, also those whose result is carried over. */
export function rerun({ repo, run, names, actor, debug, now }: RerunRequest): AttemptData {
  const before = run.attempts.at(-1)
  const jobs = before?.jobs ?? []
  const again = names === null ? new Set(jobs.map(job => job.name)) : withDependants(jobs, names)
  let id = highestJobId(repo)
  const attempt: AttemptData = {
    status: 'queued',
    conclusion: null,
    startedAt: now,
    updatedAt: now,
    actor,
    jobs: jobs.map(job => (again.has(job.name) ? queued(job, ++id, now) : { ...job, id: ++id, carriedOver: true })),
    logsGone: false,
    archive: before?.archive ?? 'full',
    debug,
  }
  run.attempts.push(attempt)
  return attempt
}

/** Ends everything that has not ended; false: the run was over already. */
export function cancel(run: RunData, now: string): boolean {
  const attempt = run.attempts.at(-1)
  if (attempt === undefined || attempt.status === 'completed') return false
  for (const job of attempt.jobs.filter(candidate => candidate.status !== 'completed')) {
    Object.assign(job, { status: 'completed', conclusion: 'cancelled', completedAt: now } satisfies Partial<JobData>)
  }
  Object.assign(attempt, { status: 'completed', conclusion: 'cancelled', updatedAt: now } satisfies Partial<AttemptData>)
  return true
}

/** The world's now unless declared: two hours after everything the builders make. */
export const DEFAULT_NOW = DAWN.replace('T10', 'T12')

function withDependants(jobs: readonly JobData[], names: readonly string[]): Set<string> {
  const again = new Set(names)
  const sizeBefore = again.size
  for (const job of jobs) if (job.needs.some(need => again.has(need))) again.add(job.name)
  return again.size === sizeBefore ? again : withDependants(jobs, [...again])
}

function queued(job: JobData, id: number, now: string): JobData {
  const clean = { conclusion: null, completedAt: null, runnerName: null, log: null } as const
  const times = { createdAt: now, startedAt: now }
  return { ...job, ...clean, ...times, id, status: 'queued', steps: [], annotations: [], logGone: false, carriedOver: false }
}

function highestJobId(repo: RepositoryData): number {
  const ids = repo.runs.flatMap(run => run.attempts.flatMap(attempt => attempt.jobs.map(job => job.id)))
  return Math.max(0, ...ids)
}
