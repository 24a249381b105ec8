import type { CaseFile } from '../model/case-file.ts'
import type { JobKey, PastJob } from '../model/history.ts'
import type { KnownTest, Past, PastMetric, PastRun } from '../model/past.ts'
import type { Attempt, Job } from '../model/run.ts'
import type { HistoryStore } from '../ports/history.ts'
import { rootsOf } from './common-failures.ts'
import { failedTestNames } from './failed-tests.ts'
import { flakinessOf } from './flakiness.ts'
import { outcomeOf } from './outcome.ts'
import { jobSeries, type MetricSeries, measureSeries } from './series.ts'

/** Of how many jobs the past is asked for, those that failed first, then those under way, and how many runs of each. */
const MOST_JOBS = 10
const MOST_RUNS = 120

/** What the history holds of the jobs of a run, from before it; undefined where it holds nothing. */
export async function pastOf(
  file: Pick<CaseFile, 'run' | 'jobs' | 'logs' | 'reports'>,
  store: Pick<HistoryStore, 'lastJobs' | 'measures' | 'failures' | 'tests'>,
): Promise<Past | undefined> {
  const { run, jobs } = file
  if (!run) return undefined
  const { repository = '', workflow = '' } = run
  const runs: PastRun[] = []
  const metrics: PastMetric[] = []
  const commits = new Set<string>()
  for (const { name, startedAt } of inQuestion(jobs)) {
    const key = { repository, workflow, job: name }
    const startedMs = Date.parse(startedAt ?? run.startedAt ?? '')
    const earlier = await earlierJobs(key, { run: run.run, attempt: run.attempt ?? 1, startedMs }, store)
    if (earlier.length === 0) continue
    const window = windowOf(key, earlier)
    runs.push(...(await withFingerprints(earlier, store, window)))
    for (const { commit, pullRequest, branch, base } of earlier)
      if (commit !== null && pullRequest === null && branch === base) commits.add(commit)
    metrics.push(...[...jobSeries(earlier), ...(await stepSeries(store, window, earlier))].map(pastMetric))
  }
  if (runs.length === 0) return undefined
  const tests = await testsOf(file, runs, store)
  return { runs, ...(commits.size > 0 && { commits: [...commits] }), metrics, ...(tests.length > 0 && { tests }) }
}

/** The last runs of a job before an attempt started, oldest first. */
export async function pastRunsOf(
  key: JobKey,
  before: Before,
  store: Pick<HistoryStore, 'lastJobs' | 'failures'>,
): Promise<readonly PastRun[]> {
  const earlier = await earlierJobs(key, before, store)
  return earlier.length === 0 ? [] : withFingerprints(earlier, store, windowOf(key, earlier))
}

/** An attempt, and when its job started: in epoch milliseconds, or not a number. */
interface Before {
  readonly run: number | undefined
  readonly attempt: number
  readonly startedMs: number
}

async function earlierJobs(key: JobKey, { run, attempt, startedMs }: Before, store: Pick<HistoryStore, 'lastJobs'>) {
  const last = await store.lastJobs(key, MOST_RUNS + 1, ...(Number.isNaN(startedMs) ? [] : [startedMs]))
  return last
    .filter(job => !(job.run === run && job.attempt >= attempt))
    .slice(0, MOST_RUNS)
    .reverse()
}

/** The run's other attempts, as far as the history knows them. */
export async function attemptsOf(
  { run }: Pick<CaseFile, 'run'>,
  store: Pick<HistoryStore, 'runAttempts'>,
): Promise<readonly Attempt[]> {
  if (run?.repository === undefined || run.run === undefined) return []
  const attempts = await store.runAttempts(run.repository, run.run)
  return attempts.filter(({ attempt }) => attempt !== (run.attempt ?? 1))
}

const TESTS_MS = 90 * 86_400_000

/** What is known of the tests that failed in this run, in the light of the others of their jobs. */
async function testsOf(
  { run, logs, reports }: Pick<CaseFile, 'run' | 'logs' | 'reports'>,
  runs: readonly PastRun[],
  store: Pick<HistoryStore, 'tests'>,
): Promise<KnownTest[]> {
  const failed = failedTestNames({ reports, logs })
  if (failed.size === 0) return []
  const untilMs =
    Date.parse(run?.startedAt ?? '') || Math.max(...runs.map(({ startedAt }) => Date.parse(startedAt ?? '') || 0)) + 1
  const window = {
    ...(run?.repository !== undefined && { repository: run.repository }),
    ...(run?.workflow !== undefined && { workflow: run.workflow }),
    sinceMs: untilMs - TESTS_MS,
    untilMs,
  }
  const known = await flakinessOf(store.tests(window, { failedBeside: failed }), window)
  return known
    .filter(({ name }) => failed.has(name))
    .map(({ job, name, state, rate, interval, runs, failures, evidence }) => ({
      job,
      name,
      state,
      rate,
      interval,
      runs,
      failures,
      evidence,
    }))
}

function inQuestion(jobs: readonly Job[]): readonly Job[] {
  const rank = ({ conclusion }: Job) => (outcomeOf(conclusion) === 'failed' ? 0 : conclusion === undefined ? 1 : 2)
  const unique = [...new Map(jobs.map(job => [job.name, job])).values()]
  return unique.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_JOBS)
}

const windowOf = (key: JobKey, jobs: readonly PastJob[]) => {
  const times = jobs.flatMap(({ startedMs }) => startedMs ?? [])
  return { ...key, sinceMs: Math.min(...times), untilMs: Math.max(...times) + 1 }
}

async function stepSeries(store: Pick<HistoryStore, 'measures'>, window: JobWindow, earlier: readonly PastJob[]) {
  const asked = new Set(earlier.map(({ run, attempt }) => `${run} ${attempt}`))
  const measures = []
  for await (const measure of store.measures(window)) if (asked.has(`${measure.run} ${measure.attempt}`)) measures.push(measure)
  return measureSeries(measures)
}

type JobWindow = ReturnType<typeof windowOf>

async function withFingerprints(jobs: readonly PastJob[], store: Pick<HistoryStore, 'failures'>, window: JobWindow) {
  const fingerprints = new Map<string, string>()
  for await (const { run, attempt, fingerprint } of rootsOf(store.failures(window)))
    fingerprints.set(`${run} ${attempt}`, fingerprint)
  return jobs.flatMap(job => pastRun(job, fingerprints.get(`${job.run} ${job.attempt}`)))
}

function pastRun(past: PastJob, fingerprint: string | undefined): PastRun[] {
  const { job, run, attempt, conclusion, commit, branch, pullRequest, startedMs, image, imageVersion, tests, testsFailed } = past
  if (conclusion === null) return []
  const runner = { ...(image !== null && { image }), ...(imageVersion !== null && { version: imageVersion }) }
  return [
    {
      ...{ job, run, attempt, conclusion },
      ...(commit !== null && { commit }),
      ...(branch !== null && { branch }),
      ...(pullRequest !== null && { pullRequest }),
      ...(startedMs !== null && { startedAt: new Date(startedMs).toISOString() }),
      ...((image !== null || imageVersion !== null) && { runner }),
      ...(tests !== null && testsFailed !== null && { tests: { total: tests, failed: testsFailed } }),
      ...(fingerprint !== undefined && { fingerprint }),
    },
  ]
}

const pastMetric = ({ job, metric, points }: MetricSeries): PastMetric => ({ job: job ?? '', metric: metric.id, points })
