import type { Anomaly } from '../model/diagnosis.ts'
import type { Window } from '../model/history.ts'
import type { HistoryStore } from '../ports/history.ts'
import { newFailures } from './new-failures.ts'
import { oneAlertEach } from './one-alert.ts'
import { collectRuns } from './runs.ts'
import { sentenceOf } from './sentence.ts'
import { byJob, jobSeries, type MetricSeries, measureSeries, workflowSeries } from './series.ts'
import { isLasting, type Shift, shiftsOf } from './shifts.ts'

/** What comes before the window is looked at as the yardstick for what is in it. */
const YARDSTICK_MS = 120 * 86_400_000

/** What is unusual in a window of the history, oldest first, one anomaly for one shift. Holds the metrics of one job at a time. */
export async function anomaliesIn(
  store: Pick<HistoryStore, 'jobs' | 'measures' | 'failures'>,
  window: Window,
  onProgress: (job: string) => void = () => {},
): Promise<readonly Anomaly[]> {
  const before = { ...window, sinceMs: Math.max(0, window.sinceMs - YARDSTICK_MS) }
  const shifts: Shift[] = []
  const look = (series: readonly MetricSeries[]) => {
    if (series[0]?.job) onProgress(series[0].job)
    shifts.push(...series.flatMap(shiftsOf))
  }
  for await (const jobs of byJob(store.jobs(before))) look(jobSeries(jobs))
  for await (const measures of byJob(store.measures(before))) look(measureSeries(measures))
  if (window.job === undefined) look(workflowSeries(await collectRuns(store.jobs(before))))
  const unheard: Anomaly[] = []
  for await (const failures of byJob(store.failures(before))) unheard.push(...newFailures(failures))
  return [...oneAlertEach(shifts).map(anomalyOf), ...unheard]
    .filter(({ at }) => timeOf(at) >= window.sinceMs)
    .sort((a, b) => timeOf(a.at) - timeOf(b.at))
}

export function anomalyOf(shift: Shift): Anomaly {
  const { series, finding, end } = shift
  const { repository, workflow, job, metric, points } = series
  const at = textOf(points[finding.index]?.at)
  return {
    ...{ repository, workflow, job, metric: metric.id, detector: finding.detector },
    run: points[finding.index]?.run ?? null,
    at,
    since: isLasting(finding) ? at : null,
    until: end === null ? null : textOf(points[end]?.at),
    observed: finding.observed,
    expected: finding.expected,
    score: finding.score,
    direction: finding.direction,
    explanation: sentenceOf(shift),
  }
}

const timeOf = (at: string | null) => (at === null ? 0 : Date.parse(at))
const textOf = (at: number | undefined) => (at !== undefined && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : null)
