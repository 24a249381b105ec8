import type { PastFailure } from '../model/history.ts'
import type { HistoryStore } from '../ports/history.ts'
import { median } from '../series/order.ts'
import { rootsOf } from './common-failures.ts'
import type { Outcome } from './outcome.ts'
import type { RunFacts } from './runs.ts'

/** The recent past of one workflow, or of the jobs of it that were asked for. */
export interface RecentWorkflow {
  readonly repository: string
  readonly workflow: string
  /** All runs that were looked at, and of those that passed or failed how many passed. 0..1 */
  readonly runs: number
  readonly successRate: number | null
  readonly durationP50Ms: number | null
  /** Newest first. */
  readonly recent: readonly RecentRun[]
}

export interface RecentRun {
  readonly run: number
  /** RFC 3339. */
  readonly at: string
  readonly branch: string | null
  readonly pullRequest: number | null
  readonly event: string | null
  readonly commit: string | null
  readonly outcome: Outcome | null
  /** It failed and passed without a change. */
  readonly recovered: boolean
  /** How often it was run. */
  readonly attempts: number
  /** From the start of the first attempt's first job to the end of its last. */
  readonly durationMs: number
  readonly failedJobs: readonly string[]
  /** Titles of the root failures of its jobs, each once. */
  readonly failures: readonly string[]
}

const MOST_FAILURES = 5

/**
 * The newest runs of each workflow, the workflow that ran last first.
 * @param runs oldest first
 */
export function recentWorkflows(
  runs: readonly RunFacts[],
  failures: ReadonlyMap<string, readonly string[]>,
  most: number,
): readonly RecentWorkflow[] {
  return [...Map.groupBy(runs, ({ repository, workflow }) => `${repository}\n${workflow}`).values()]
    .map(group => recentWorkflow(group, failures, most))
    .sort((a, b) => ((a.recent[0]?.at ?? '') < (b.recent[0]?.at ?? '') ? 1 : -1))
}

/** The runs that {@link recentWorkflows} shows. */
export const newestRuns = (runs: readonly RunFacts[], most: number): readonly RunFacts[] =>
  [...Map.groupBy(runs, ({ repository, workflow }) => `${repository}\n${workflow}`).values()].flatMap(group => group.slice(-most))

function recentWorkflow(
  runs: readonly RunFacts[],
  failures: ReadonlyMap<string, readonly string[]>,
  most: number,
): RecentWorkflow {
  const { repository, workflow } = runs[0] ?? { repository: '', workflow: '' }
  const decided = runs.filter(({ outcome }) => outcome !== null)
  const passed = decided.filter(({ outcome }) => outcome === 'passed')
  const durations = passed.map(durationOf)
  return {
    repository,
    workflow,
    runs: runs.length,
    successRate: decided.length === 0 ? null : passed.length / decided.length,
    durationP50Ms: durations.length === 0 ? null : median(durations),
    recent: runs
      .slice(-most)
      .reverse()
      .map(run => recentRun(run, failures.get(runKey(run)) ?? [])),
  }
}

function recentRun(run: RunFacts, failures: readonly string[]): RecentRun {
  const { attempts, startedMs, branch, pullRequest, event, commit, outcome, recovered } = run
  return {
    run: run.run,
    at: new Date(startedMs).toISOString(),
    ...{ branch, pullRequest, event, commit, outcome, recovered },
    attempts: Math.max(attempts.length, attempts.at(-1)?.attempt ?? 0),
    durationMs: durationOf(run),
    failedJobs: [...new Set(attempts.flatMap(({ failedJobs }) => failedJobs))],
    failures,
  }
}

const durationOf = ({ attempts: [first] }: RunFacts) => (first ? first.endedMs - first.startedMs : 0)

const runKey = ({ repository, run }: { readonly repository: string; readonly run: number }) => `${repository}\n${run}`

/** Titles of the root failures of some runs, by run. */
export async function failureTitles(
  store: Pick<HistoryStore, 'failures'>,
  runs: readonly RunFacts[],
  asked: { readonly repository?: string; readonly workflow?: string; readonly job?: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const titles = new Map(runs.map(run => [runKey(run), [] as string[]]))
  if (runs.length === 0) return titles
  const sinceMs = Math.min(...runs.map(({ startedMs }) => startedMs))
  const untilMs = Math.max(...runs.flatMap(({ attempts }) => attempts.map(({ endedMs }) => endedMs))) + 1
  for await (const failure of rootsOf(store.failures({ ...asked, sinceMs, untilMs }))) add(titles.get(runKey(failure)), failure)
  return titles
}

function add(titles: string[] | undefined, { title }: PastFailure) {
  if (titles && titles.length < MOST_FAILURES && !titles.includes(title)) titles.push(title)
}
