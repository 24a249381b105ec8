import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { Anomaly } from '../model/diagnosis.ts'
import type { PastMetric } from '../model/past.ts'
import type { Job } from '../model/run.ts'
import { countsOf } from '../record/log-tests.ts'
import { anomalyOf } from './anomalies.ts'
import { METRICS, type Measured, metricOf, stepMetric } from './metrics.ts'
import { oneAlertEach } from './one-alert.ts'
import { outcomeOf } from './outcome.ts'
import { isLasting, type Shift, shiftsOf } from './shifts.ts'

/** Fewer earlier runs are no yardstick. */
const FEWEST = 20
/** A shift that began more runs ago is known by now. */
const RECENT = 40

/** What is unusual in a run against the past of its jobs: in this run alone, or since not long ago. Empty where no past is known. */
export function anomaliesOfCase({ run, jobs, logs, past }: CaseFile): readonly Anomaly[] {
  const pastMetrics = past?.metrics ?? []
  if (!run || pastMetrics.length === 0) return []
  const { repository = '', workflow = '' } = run
  const shifts = jobs.flatMap(job => {
    const now = measuredNow(job, logs.find(log => log.job === job.name) ?? null, run.attempt ?? 1)
    const at = Date.parse(job.startedAt ?? run.startedAt ?? '')
    return pastMetrics
      .filter(metric => metric.job === job.name)
      .flatMap(({ metric, points }: PastMetric): readonly Shift[] => {
        const measured = now.get(metric)
        if (!measured || points.length < FEWEST) return []
        const series = [...points, { run: run.run ?? 0, at, ...measured }]
        const found = shiftsOf({ repository, workflow, job: job.name, metric: metricOf(metric), points: series })
        return found.filter(shift => isOfNow(shift, outcomeOf(job.conclusion) === 'failed'))
      })
  })
  return oneAlertEach(shifts).map(anomalyOf)
}

/** A job that failed ended early: what is smaller than usual tells nothing then. */
function isOfNow({ series: { points }, finding, end }: Shift, hasFailed: boolean): boolean {
  if (hasFailed && finding.direction === 'down') return false
  if (!isLasting(finding)) return finding.index === points.length - 1
  return end === null && points.length - finding.index <= RECENT
}

function measuredNow(job: Job, log: LogExtract | null, attempt: number): ReadonlyMap<string, Measured> {
  const { startedAt, completedAt, conclusion, queuedMs, steps = [] } = job
  const durationMs = Date.parse(completedAt ?? '') - Date.parse(startedAt ?? '')
  const facts = {
    attempt,
    durationMs: Number.isNaN(durationMs) ? null : durationMs,
    queuedMs: queuedMs ?? null,
    logLines: log?.size.lines ?? null,
    logBytes: log?.size.bytes ?? null,
    errorLines: null,
    newLines: null,
    ...testsOf(log),
  }
  const measured = METRICS.flatMap(metric => {
    // Measured as if it had passed, so that a job that hung can be told from those that did not.
    const value = metric.measure({ ...facts, conclusion: metric.id === 'failureRate' ? (conclusion ?? null) : 'success' })
    return value ? [[metric.id, value] as const] : []
  })
  const ofSteps = steps.flatMap(({ name, durationMs: value }) =>
    value === undefined ? [] : [[stepMetric(name).id, { value }] as const],
  )
  return new Map<string, Measured>([...measured, ...ofSteps])
}

function testsOf(log: LogExtract | null) {
  const counts = log && log.tests.length > 0 ? countsOf(log.tests) : null
  return {
    tests: counts?.total ?? null,
    testsFailed: counts?.failed ?? null,
    testsSkipped: counts?.skipped ?? null,
    testsMs: null,
  }
}
