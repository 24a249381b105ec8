import type { PastJob } from '../model/history.ts'
import { outcomeOf } from './outcome.ts'

/** What a metric is measured in; decides how it is written. */
export type Unit = 'ms' | 'bytes' | 'count' | 'share'

/** Metrics that one shift moves together. */
export type Family = 'time' | 'waiting' | 'outcome' | 'log' | 'tests' | 'further'

/** One figure of each run of a job. */
export interface Metric {
  /** With its unit. */
  readonly id: string
  /** As a sentence begins with it. */
  readonly title: string
  readonly unit: Unit
  readonly family: Family
  /** In which direction a single value far off is worth telling; else lasting shifts only. */
  readonly lone?: 'up' | 'down'
  /** A figure to look at, that is not watched: others tell the same better. */
  readonly unwatched?: true
  /** Null where it was not measured, or says nothing about the job. */
  measure(job: MeasuredJob): Measured | null
}

/** What metrics are measured of: a job of the past, or one that is being looked at. */
export type MeasuredJob = Pick<
  PastJob,
  | 'attempt'
  | 'conclusion'
  | 'durationMs'
  | 'queuedMs'
  | 'logLines'
  | 'logBytes'
  | 'errorLines'
  | 'newLines'
  | 'tests'
  | 'testsFailed'
  | 'testsSkipped'
  | 'testsMs'
>

export interface Measured {
  readonly value: number
  /** How many trials a share is of. */
  readonly trials?: number
}

/**
 * What is watched of every job. What a job takes and prints is measured where it passed: one that fails ends early and complains. A run
 * that is tried again is the same run, so its outcome counts once.
 */
export const METRICS: readonly Metric[] = [
  {
    id: 'durationMs',
    title: 'Its duration',
    unit: 'ms',
    family: 'time',
    lone: 'up',
    measure: job => (hasPassed(job) ? plain(job.durationMs) : null),
  },
  {
    id: 'queuedMs',
    title: 'Its time in the queue',
    unit: 'ms',
    family: 'waiting',
    lone: 'up',
    measure: job => plain(job.queuedMs),
  },
  {
    id: 'failureRate',
    title: 'Its failure rate',
    unit: 'share',
    family: 'outcome',
    measure({ attempt, conclusion }) {
      const outcome = outcomeOf(conclusion)
      return attempt > 1 || outcome === null ? null : { value: outcome === 'failed' ? 1 : 0 }
    },
  },
  {
    id: 'logBytes',
    title: 'The size of its log',
    unit: 'bytes',
    family: 'log',
    lone: 'up',
    measure: job => (hasPassed(job) ? plain(job.logBytes) : null),
  },
  {
    id: 'errorLineRate',
    title: 'The share of lines in its log that look like errors',
    unit: 'share',
    family: 'log',
    measure: job => (hasPassed(job) ? share(job.errorLines, job.logLines) : null),
  },
  {
    id: 'newLineRate',
    title: 'The share of lines in its log that no green log has',
    unit: 'share',
    family: 'log',
    measure: job => share(job.newLines, job.logLines),
  },
  {
    id: 'tests',
    title: 'The number of its tests',
    unit: 'count',
    family: 'tests',
    lone: 'down',
    measure: job => plain(job.tests),
  },
  {
    id: 'testsSkipped',
    title: 'The number of tests it skips',
    unit: 'count',
    family: 'tests',
    measure: job => plain(job.testsSkipped),
  },
  {
    id: 'testFailureRate',
    title: 'The share of its tests that fail',
    unit: 'share',
    family: 'outcome',
    unwatched: true,
    measure: job => share(job.testsFailed, job.tests === null ? null : job.tests - (job.testsSkipped ?? 0)),
  },
  {
    id: 'testsMs',
    title: 'The time its tests take',
    unit: 'ms',
    family: 'time',
    measure: job => (hasPassed(job) ? plain(job.testsMs) : null),
  },
]

const STEP = 'stepMs:'

/** How long one step takes, where it passed. */
export const stepMetric = (step: string) => ({
  id: `${STEP}${step}`,
  title: `The duration of its step "${step}"`,
  unit: 'ms' as const,
  family: 'time' as const,
  lone: 'up' as const,
})

/** A measure that a command or a log told, such as `peakMemoryBytes`; its name ends in its unit. */
export const furtherMetric = (name: string) => ({
  id: name,
  title: `Its ${wordsOf(name)}`,
  unit: unitOf(name),
  family: 'further' as const,
  lone: name === 'cacheHits' ? ('down' as const) : ('up' as const),
})

/** What is known of a metric by its id alone. */
export function metricOf(id: string): Omit<Metric, 'measure'> {
  if (id.startsWith(STEP)) return stepMetric(id.slice(STEP.length))
  return METRICS.find(metric => metric.id === id) ?? furtherMetric(id)
}

/** Whether a run of a workflow is tried again. */
export const RETRIES = {
  id: 'retryRate',
  title: 'The share of runs that are tried again',
  unit: 'share',
  family: 'outcome',
} as const

const hasPassed = ({ conclusion }: MeasuredJob) => outcomeOf(conclusion) === 'passed'
const plain = (value: number | null): Measured | null => (value === null ? null : { value })

function share(part: number | null, all: number | null): Measured | null {
  return part === null || all === null || all <= 0 ? null : { value: Math.min(1, part / all), trials: all }
}

const unitOf = (name: string): Unit =>
  /Ms$/.test(name) ? 'ms' : /Bytes$/.test(name) ? 'bytes' : /Rate$/.test(name) ? 'share' : 'count'

const wordsOf = (name: string) =>
  name
    .replace(/(?:Ms|Bytes)$/, '')
    .replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
    .trim()
