import type { PastJob, PastRun } from '../model/history.ts'
import { type Outcome, outcomeOf, outcomeOfAll } from './outcome.ts'

/** One run with all its attempts, put together from its jobs. */
export interface RunFacts extends Omit<PastRun, 'attempt'> {
  readonly repository: string
  readonly workflow: string
  readonly startedMs: number
  /** In order. */
  readonly attempts: readonly AttemptFacts[]
  /** Of the last attempt that has one. */
  readonly outcome: Outcome | null
  /** An attempt failed and a later one passed: the same commit, run again. */
  readonly recovered: boolean
}

export interface AttemptFacts {
  readonly attempt: number
  readonly outcome: Outcome | null
  readonly startedMs: number
  readonly endedMs: number
  /** What its jobs took together. */
  readonly machineMs: number
  /** Of that, jobs that failed. */
  readonly failedMs: number
  readonly failedJobs: readonly string[]
}

/** Puts jobs together to runs, oldest first. Jobs may come in any order; those of unknown time are left out. Memory grows with the runs. */
export async function collectRuns(jobs: AsyncIterable<PastJob>): Promise<readonly RunFacts[]> {
  const runs = new Map<string, Draft>()
  for await (const job of jobs) {
    if (job.startedMs === null) continue
    const key = `${job.repository}\n${job.workflow}\n${job.run}`
    const draft = runs.get(key) ?? { first: job, attempts: new Map() }
    runs.set(key, draft)
    addJob(draft, job, job.startedMs)
  }
  return [...runs.values()].map(runFacts).sort((a, b) => a.startedMs - b.startedMs || a.run - b.run)
}

interface Draft {
  readonly first: PastJob
  readonly attempts: Map<number, AttemptDraft>
}

type AttemptDraft = { -readonly [Key in keyof AttemptFacts]: AttemptFacts[Key] } & { failedJobs: string[] }

function addJob({ attempts }: Draft, job: PastJob, startedMs: number) {
  const outcome = outcomeOf(job.conclusion)
  const durationMs = job.durationMs ?? 0
  const before = attempts.get(job.attempt) ?? {
    attempt: job.attempt,
    outcome: null,
    startedMs,
    endedMs: startedMs,
    machineMs: 0,
    failedMs: 0,
    failedJobs: [],
  }
  attempts.set(job.attempt, before)
  before.outcome = outcomeOfAll([before.outcome, outcome])
  before.startedMs = Math.min(before.startedMs, startedMs)
  before.endedMs = Math.max(before.endedMs, startedMs + durationMs)
  before.machineMs += durationMs
  if (outcome !== 'failed') return
  before.failedMs += durationMs
  before.failedJobs.push(job.job)
}

function runFacts({ first, attempts: drafts }: Draft): RunFacts {
  const { repository, workflow, run, event, branch, base, pullRequest, commit } = first
  const attempts = [...drafts.values()].sort((a, b) => a.attempt - b.attempt)
  const failed = attempts.findIndex(({ outcome }) => outcome === 'failed')
  return {
    ...{ repository, workflow, run, event, branch, base, pullRequest, commit },
    startedMs: Math.min(...attempts.map(({ startedMs }) => startedMs)),
    attempts,
    outcome: attempts.findLast(({ outcome }) => outcome !== null)?.outcome ?? null,
    recovered: failed !== -1 && attempts.slice(failed).some(({ outcome }) => outcome === 'passed'),
  }
}
