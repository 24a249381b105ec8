import type { JobKey, PastJob, PastMeasures } from '../model/history.ts'
import type { Point } from '../model/series.ts'
import { furtherMetric, METRICS, type Metric, RETRIES, stepMetric } from './metrics.ts'
import { outcomeOf } from './outcome.ts'
import type { RunFacts } from './runs.ts'

/** One metric of one job over its runs, oldest first. */
export interface MetricSeries {
  readonly repository: string
  readonly workflow: string
  /** Null for a metric of the whole run. */
  readonly job: string | null
  readonly metric: Omit<Metric, 'measure'>
  readonly points: readonly MetricPoint[]
}

/** NaN where nothing was measured. */
export type MetricPoint = Point & { readonly run: number }

/** What follows one another and is of one job, as one list. */
export async function* byJob<T extends JobKey>(items: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  let group: T[] = []
  for await (const item of items) {
    const [first] = group
    if (first && !(first.job === item.job && first.workflow === item.workflow && first.repository === item.repository)) {
      yield group
      group = []
    }
    group.push(item)
  }
  if (group.length > 0) yield group
}

/** The series of one job; those in which nothing was measured are left out. */
export function jobSeries(jobs: readonly PastJob[]): readonly MetricSeries[] {
  const [first] = jobs
  if (!first) return []
  const { repository, workflow, job } = first
  return METRICS.flatMap((metric): MetricSeries[] => {
    const points = jobs.flatMap((past): MetricPoint[] => {
      const measured = metric.measure(past)
      return measured && past.startedMs !== null ? [{ at: past.startedMs, run: past.run, ...measured }] : []
    })
    return points.length > 0 ? [{ repository, workflow, job, metric, points }] : []
  })
}

/** The series of the steps and further measures of one job. */
export function measureSeries(measures: readonly PastMeasures[]): readonly MetricSeries[] {
  const [first] = measures
  if (!first) return []
  const { repository, workflow, job } = first
  const series = new Map<string, MetricSeries & { readonly points: MetricPoint[] }>()
  const add = (metric: MetricSeries['metric'], { startedMs, run }: PastMeasures, value: number) => {
    const known = series.get(metric.id) ?? { repository, workflow, job, metric, points: [] }
    series.set(metric.id, known)
    if (startedMs !== null) known.points.push({ at: startedMs, run, value })
  }
  for (const measure of measures) {
    for (const { name, conclusion, durationMs } of measure.steps)
      if (durationMs !== undefined && outcomeOf(conclusion) === 'passed') add(stepMetric(name), measure, durationMs)
    for (const [name, value] of Object.entries(measure.metrics)) add(furtherMetric(name), measure, value)
  }
  return [...series.values()]
}

/** The series of whole workflows. */
export function workflowSeries(runs: readonly RunFacts[]): readonly MetricSeries[] {
  return [...Map.groupBy(runs, ({ repository, workflow }) => `${repository}\n${workflow}`).values()].map(group => ({
    repository: group[0]?.repository ?? '',
    workflow: group[0]?.workflow ?? '',
    job: null,
    metric: RETRIES,
    points: group.map(({ startedMs, run, attempts }) => ({
      at: startedMs,
      run,
      value: (attempts.at(-1)?.attempt ?? 1) > 1 ? 1 : 0,
    })),
  }))
}
