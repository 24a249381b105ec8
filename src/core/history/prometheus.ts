import type { JobKey, JobTotals, PastJob, Window } from '../model/history.ts'
import type { HistoryStore } from '../ports/history.ts'
import type { MetricFamily, MetricSink } from '../ports/metrics.ts'
import { rootsOf } from './common-failures.ts'
import { outcomeOf } from './outcome.ts'
import { repairsOf } from './repairs.ts'
import { collectRuns, type RunFacts } from './runs.ts'
import { lostMs } from './trends.ts'

/**
 * The history as Prometheus counts it: base units, totals since the history began, so that rates are Prometheus' own business.
 * https://prometheus.io/docs/practices/naming/
 */
const WORKFLOW = ['repository', 'workflow'] as const
/** Not `job`: that is Prometheus' own name for what it scrapes. */
const JOB = [...WORKFLOW, 'job_name'] as const
/** Seconds. */
const DURATIONS = [5, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400]
const WAITS = [1, 5, 15, 30, 60, 300, 900, 3600]

const FAMILIES = {
  runs: { name: 'sherpa_runs_total', kind: 'counter', help: 'Runs by how they ended at last.', labels: [...WORKFLOW, 'outcome'] },
  recovered: {
    name: 'sherpa_runs_recovered_total',
    kind: 'counter',
    help: 'Runs that failed and then passed without a change.',
    labels: WORKFLOW,
  },
  lost: {
    name: 'sherpa_lost_seconds_total',
    kind: 'counter',
    help: 'Machine time of jobs that failed and then passed without a change.',
    labels: WORKFLOW,
  },
  repairs: {
    name: 'sherpa_repairs_total',
    kind: 'counter',
    help: 'How often a branch went from red to green.',
    labels: WORKFLOW,
  },
  repairTime: { name: 'sherpa_repair_seconds_total', kind: 'counter', help: 'Time that took.', labels: WORKFLOW },
  jobs: { name: 'sherpa_job_runs_total', kind: 'counter', help: 'Jobs by how they ended.', labels: [...JOB, 'outcome'] },
  duration: {
    name: 'sherpa_job_duration_seconds',
    kind: 'histogram',
    help: 'How long jobs took that passed.',
    labels: JOB,
    buckets: DURATIONS,
  },
  queue: { name: 'sherpa_job_queue_seconds', kind: 'histogram', help: 'How long jobs waited.', labels: JOB, buckets: WAITS },
  lastRun: {
    name: 'sherpa_job_last_run_timestamp_seconds',
    kind: 'gauge',
    help: 'When the job began last, since the epoch.',
    labels: JOB,
  },
  lastSuccess: {
    name: 'sherpa_job_last_success_timestamp_seconds',
    kind: 'gauge',
    help: 'When it began that passed last, since the epoch.',
    labels: JOB,
  },
  tests: { name: 'sherpa_job_tests_total', kind: 'counter', help: 'Results of tests.', labels: [...JOB, 'outcome'] },
  testTime: { name: 'sherpa_job_tests_seconds_total', kind: 'counter', help: 'Time that tests took.', labels: JOB },
  logs: { name: 'sherpa_job_log_bytes_total', kind: 'counter', help: 'Size of the logs that were read.', labels: JOB },
  errorLines: {
    name: 'sherpa_job_log_error_lines_total',
    kind: 'counter',
    help: 'Lines in them that look like errors.',
    labels: JOB,
  },
  failures: {
    name: 'sherpa_failures_total',
    kind: 'counter',
    help: 'Root failures that were recognised, by category.',
    labels: [...WORKFLOW, 'category'],
  },
} as const satisfies Record<string, MetricFamily>

export const METRIC_FAMILIES: readonly MetricFamily[] = Object.values(FAMILIES)

/** Jobs with labels of their own; all others together are `other`. */
const MOST_JOBS = 200

/** Counts what the history holds in the window. */
export async function countHistory(
  store: Pick<HistoryStore, 'jobs' | 'totals' | 'failures'>,
  window: Window,
  sink: MetricSink,
): Promise<void> {
  const labels = labelling(await store.totals(window))
  for await (const job of store.jobs(window)) countJob(job, labels.job(job), sink)
  const runs = await collectRuns(store.jobs(window))
  for (const run of runs) countRun(run, labels.workflow(run), sink)
  for (const { brokenMs, repairedMs, ...where } of repairsOf(runs)) {
    sink.count(FAMILIES.repairs, labels.workflow(where), 1)
    sink.count(FAMILIES.repairTime, labels.workflow(where), (repairedMs - brokenMs) / 1000)
  }
  for await (const failure of rootsOf(store.failures(window)))
    sink.count(FAMILIES.failures, { ...labels.workflow(failure), category: failure.category }, 1)
}

function countJob(job: PastJob, labels: Labels, sink: MetricSink) {
  const { startedMs, durationMs, queuedMs, tests, testsFailed, testsSkipped, testsMs, logBytes, errorLines } = job
  const outcome = outcomeOf(job.conclusion)
  const seconds = (family: MetricFamily, ms: number | null) => {
    if (ms !== null) sink.count(family, labels, ms / 1000)
  }
  sink.count(FAMILIES.jobs, { ...labels, outcome: outcome ?? 'other' }, 1)
  if (outcome === 'passed' && durationMs !== null) sink.observe(FAMILIES.duration, labels, durationMs / 1000)
  if (queuedMs !== null) sink.observe(FAMILIES.queue, labels, queuedMs / 1000)
  if (startedMs !== null) sink.raise(FAMILIES.lastRun, labels, startedMs / 1000)
  if (startedMs !== null && outcome === 'passed') sink.raise(FAMILIES.lastSuccess, labels, startedMs / 1000)
  if (tests !== null) {
    const [failed, skipped] = [testsFailed ?? 0, testsSkipped ?? 0]
    for (const [as, count] of [
      ['passed', tests - failed - skipped],
      ['failed', failed],
      ['skipped', skipped],
    ] as const)
      sink.count(FAMILIES.tests, { ...labels, outcome: as }, Math.max(0, count))
    seconds(FAMILIES.testTime, testsMs)
  }
  if (logBytes !== null) sink.count(FAMILIES.logs, labels, logBytes)
  if (errorLines !== null) sink.count(FAMILIES.errorLines, labels, errorLines)
}

function countRun(run: RunFacts, labels: Labels, sink: MetricSink) {
  sink.count(FAMILIES.runs, { ...labels, outcome: run.outcome ?? 'other' }, 1)
  if (!run.recovered) return
  sink.count(FAMILIES.recovered, labels, 1)
  sink.count(FAMILIES.lost, labels, lostMs(run) / 1000)
}

type Labels = Readonly<Record<string, string>>

/** Labels of bounded number: those of the jobs that ran most. */
function labelling(totals: readonly JobTotals[]) {
  const counts = new Map<string, { readonly key: JobKey; jobs: number }>()
  for (const { repository, workflow, job, jobs } of totals) {
    const key = { repository, workflow, job }
    const id = jobId(key)
    const count = counts.get(id) ?? { key, jobs: 0 }
    count.jobs += jobs
    counts.set(id, count)
  }
  const kept = [...counts.values()].sort((a, b) => b.jobs - a.jobs).slice(0, MOST_JOBS)
  const jobs = new Set(kept.map(({ key }) => jobId(key)))
  const workflows = new Set(kept.map(({ key }) => workflowId(key)))
  return {
    job: (key: JobKey): Labels => {
      const { repository, workflow, job } = key
      return jobs.has(jobId(key))
        ? { repository, workflow, job_name: job }
        : { repository: OTHER, workflow: OTHER, job_name: OTHER }
    },
    workflow: (key: Pick<JobKey, 'repository' | 'workflow'>): Labels => {
      const { repository, workflow } = key
      return workflows.has(workflowId(key)) ? { repository, workflow } : { repository: OTHER, workflow: OTHER }
    },
  }
}

const OTHER = 'other'

const workflowId = ({ repository, workflow }: Pick<JobKey, 'repository' | 'workflow'>) => `${repository}\n${workflow}`
const jobId = (key: JobKey) => `${workflowId(key)}\n${key.job}`
