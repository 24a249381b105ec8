import type { JobKey, PastJob } from '../model/history.ts'
import { median, quantile } from '../series/order.ts'
import { outcomeOf } from './outcome.ts'
import { byJob } from './series.ts'

/** How one job did. What nothing is known of is null. */
export interface JobSummary extends JobKey {
  /** That passed or failed. */
  readonly runs: number
  readonly failed: number
  /** Of those that passed. */
  readonly durationP50Ms: number | null
  readonly durationP95Ms: number | null
  readonly queuedP50Ms: number | null
  /** As its newest run told. */
  readonly tests: number | null
  /** The newest durations of runs that passed, oldest first. */
  readonly recentMs: readonly number[]
  readonly lastOutcome: 'passed' | 'failed' | null
  /** When its newest run began. */
  readonly lastMs: number | null
}

const RECENT = 60

/** Every job of the history, those that fail most first. Jobs come one after another, each oldest first. */
export async function summarizeJobs(jobs: AsyncIterable<PastJob>): Promise<readonly JobSummary[]> {
  const summaries: JobSummary[] = []
  for await (const group of byJob(jobs)) summaries.push(summaryOf(group))
  return summaries.sort((a, b) => b.failed - a.failed || b.runs - a.runs)
}

function summaryOf(jobs: readonly PastJob[]): JobSummary {
  const { repository, workflow, job } = jobs[0] ?? { repository: '', workflow: '', job: '' }
  const outcomes = jobs.map(({ conclusion }) => outcomeOf(conclusion))
  const durations = jobs.flatMap(({ durationMs }, i) => (outcomes[i] === 'passed' && durationMs !== null ? [durationMs] : []))
  return {
    ...{ repository, workflow, job },
    runs: outcomes.filter(outcome => outcome !== null).length,
    failed: outcomes.filter(outcome => outcome === 'failed').length,
    durationP50Ms: known(median(durations)),
    durationP95Ms: known(quantile(durations, 0.95)),
    queuedP50Ms: known(median(jobs.flatMap(({ queuedMs }) => queuedMs ?? []))),
    tests: jobs.findLast(({ tests }) => tests !== null)?.tests ?? null,
    recentMs: durations.slice(-RECENT),
    lastOutcome: outcomes.findLast(outcome => outcome !== null) ?? null,
    lastMs: jobs.at(-1)?.startedMs ?? null,
  }
}

const known = (value: number) => (Number.isNaN(value) ? null : Math.round(value))
