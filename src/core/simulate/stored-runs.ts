import { rootsOf } from '../history/common-failures.ts'
import { outcomeOf } from '../history/outcome.ts'
import type { PastFailure, PastJob, Window } from '../model/history.ts'
import type { FailedTest } from '../model/test-report.ts'
import type { HistoryStore } from '../ports/history.ts'

/** A run as the history holds it, with what is known of its attempts, oldest first. */
export interface StoredRun {
  readonly repository: string
  readonly workflow: string
  readonly run: number
  readonly attempts: readonly StoredAttempt[]
}

export interface StoredAttempt {
  readonly attempt: number
  /** Epoch milliseconds; of its first job, and of its last. */
  readonly startedMs: number
  readonly endedMs: number
  readonly jobs: readonly StoredJob[]
}

export interface StoredJob {
  readonly facts: PastJob
  /** The root of what failed it; null where nothing is known. */
  readonly failure: PastFailure | null
  /** Tests that failed, some of them where they are many. */
  readonly failedTests: readonly Pick<FailedTest, 'name' | 'message'>[]
}

/** How much is held at once, */
const SLICE_MS = 7 * 86_400_000
/** and how far from it other attempts of a run are looked for. */
const MARGIN_MS = 3 * 86_400_000
/** Of one job: more hardly tell more. */
const MOST_TESTS = 20

/** A slice of a window: runs with an attempt that started in it, and when that is. */
export interface Slice {
  readonly sinceMs: number
  readonly untilMs: number
  readonly runs: readonly StoredRun[]
}

/** Reads a window slice by slice, oldest first, so that what is held at once does not grow with it. */
export async function* storedRuns(
  store: Pick<HistoryStore, 'jobs' | 'failures' | 'tests'>,
  window: Window,
): AsyncGenerator<Slice> {
  for (let sinceMs = window.sinceMs; sinceMs < window.untilMs; sinceMs += SLICE_MS) {
    const untilMs = Math.min(sinceMs + SLICE_MS, window.untilMs)
    const around = { ...window, sinceMs: sinceMs - MARGIN_MS, untilMs: Math.min(untilMs + MARGIN_MS, window.untilMs) }
    const runs = await readRuns(store, around)
    yield { sinceMs, untilMs, runs: runs.filter(run => run.attempts.some(({ startedMs: at }) => at >= sinceMs && at < untilMs)) }
  }
}

async function readRuns(store: Pick<HistoryStore, 'jobs' | 'failures' | 'tests'>, window: Window): Promise<StoredRun[]> {
  const roots = new Map<string, PastFailure>()
  for await (const failure of rootsOf(store.failures(window))) roots.set(jobKey(failure), failure)
  const failedTests = new Map<string, Pick<FailedTest, 'name' | 'message'>[]>()
  for await (const test of store.tests(window, 'failed')) {
    if (test.outcome !== 'failed') continue
    const { name, message } = test
    const known = failedTests.get(jobKey(test)) ?? []
    failedTests.set(jobKey(test), known)
    if (known.length < MOST_TESTS) known.push({ name, ...(message !== null && { message }) })
  }
  const jobs = new Map<string, StoredJob[]>()
  for await (const facts of store.jobs(window)) {
    const key = JSON.stringify([facts.repository, facts.workflow, facts.run])
    const known = jobs.get(key) ?? []
    jobs.set(key, known)
    known.push({ facts, failure: roots.get(jobKey(facts)) ?? null, failedTests: failedTests.get(jobKey(facts)) ?? [] })
  }
  return [...jobs.values()].flatMap(storedRun)
}

const jobKey = ({
  repository,
  workflow,
  job,
  run,
  attempt,
}: Pick<PastJob, 'repository' | 'workflow' | 'job' | 'run' | 'attempt'>) =>
  JSON.stringify([repository, workflow, job, run, attempt])

function storedRun(jobs: readonly StoredJob[]): StoredRun[] {
  const [first] = jobs
  if (!first) return []
  const { repository, workflow, run } = first.facts
  const attempts = [...Map.groupBy(jobs, ({ facts }) => facts.attempt)]
    .map(([attempt, own]) => ({ attempt, jobs: own, ...spanOf(own) }))
    .sort((a, b) => a.attempt - b.attempt)
  return [{ repository, workflow, run, attempts }]
}

function spanOf(jobs: readonly StoredJob[]) {
  const starts = jobs.map(({ facts }) => facts.startedMs ?? 0)
  const ends = jobs.map(({ facts }) => endOf(facts))
  return { startedMs: Math.min(...starts), endedMs: Math.max(...ends) }
}

/** When a job was over, in epoch milliseconds; when it started, where nobody says how long it took. */
export const endOf = ({ startedMs, durationMs }: Pick<PastJob, 'startedMs' | 'durationMs'>): number =>
  (startedMs ?? 0) + (durationMs ?? 0)

/** The jobs of an attempt that failed. */
export const redOf = ({ jobs }: StoredAttempt): readonly StoredJob[] =>
  jobs.filter(({ facts }) => outcomeOf(facts.conclusion) === 'failed')
