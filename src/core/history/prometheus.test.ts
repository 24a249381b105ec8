import { expect, test } from 'vitest'
import type { MetricSink } from '../ports/metrics.ts'
import { failure, HOUR, job, stream, T0 } from './past.fixture.ts'
import { countHistory, METRIC_FAMILIES } from './prometheus.ts'

/** What was counted, by metric and labels. */
function createLedger() {
  const counted: Record<string, number | number[]> = {}
  const key = (name: string, labels: Readonly<Record<string, string>>) => `${name} ${Object.values(labels).join(' ')}`
  const sink: MetricSink = {
    count: ({ name }, labels, by) => {
      counted[key(name, labels)] = ((counted[key(name, labels)] as number | undefined) ?? 0) + by
    },
    observe: ({ name }, labels, value) => {
      counted[key(name, labels)] = [...((counted[key(name, labels)] as number[] | undefined) ?? []), value]
    },
    raise: ({ name }, labels, value) => {
      counted[key(name, labels)] = Math.max((counted[key(name, labels)] as number | undefined) ?? 0, value)
    },
  }
  return { counted, sink }
}

const JOBS = [
  job({ queuedMs: 1500, logBytes: 10, errorLines: 2, tests: 10, testsFailed: 1, testsSkipped: 2, testsMs: 500 }),
  job({ run: 2, startedMs: T0 + HOUR, conclusion: 'failure', durationMs: 30_000 }),
  job({ run: 2, attempt: 2, startedMs: T0 + 2 * HOUR }),
  job({ run: 3, startedMs: T0 + 3 * HOUR, conclusion: 'cancelled', durationMs: null }),
]

const store = (jobs = JOBS, totals: readonly { readonly job: string; readonly jobs: number }[] = [{ job: 'unit', jobs: 4 }]) => ({
  jobs: () => stream(jobs),
  failures: () => stream([failure({ run: 2 }), failure({ run: 2, fingerprint: 'symptom' })]),
  totals: async () =>
    totals.map(one => ({
      repository: 'acme/web',
      workflow: 'ci',
      day: '2026-01-05',
      failed: 0,
      durationMs: 0,
      queuedMs: 0,
      ...one,
    })),
})

test('base units, totals, outcomes', async () => {
  const { counted, sink } = createLedger()
  await countHistory(store(), { sinceMs: 0, untilMs: 4e12 }, sink)
  expect(counted).toEqual({
    'sherpa_job_runs_total acme/web ci unit passed': 2,
    'sherpa_job_runs_total acme/web ci unit failed': 1,
    'sherpa_job_runs_total acme/web ci unit other': 1,
    'sherpa_job_duration_seconds acme/web ci unit': [60, 60],
    'sherpa_job_queue_seconds acme/web ci unit': [1.5],
    'sherpa_job_last_run_timestamp_seconds acme/web ci unit': T0 / 1000 + 3 * 3600,
    'sherpa_job_last_success_timestamp_seconds acme/web ci unit': T0 / 1000 + 2 * 3600,
    'sherpa_job_tests_total acme/web ci unit passed': 7,
    'sherpa_job_tests_total acme/web ci unit failed': 1,
    'sherpa_job_tests_total acme/web ci unit skipped': 2,
    'sherpa_job_tests_seconds_total acme/web ci unit': 0.5,
    'sherpa_job_log_bytes_total acme/web ci unit': 10,
    'sherpa_job_log_error_lines_total acme/web ci unit': 2,
    'sherpa_runs_total acme/web ci passed': 2,
    'sherpa_runs_total acme/web ci other': 1,
    'sherpa_runs_recovered_total acme/web ci': 1,
    'sherpa_lost_seconds_total acme/web ci': 30,
    'sherpa_repairs_total acme/web ci': 1,
    'sherpa_repair_seconds_total acme/web ci': 3600 + 30,
    'sherpa_failures_total acme/web ci test': 1,
  })
})

test('however many jobs there are, labels are bounded: those that ran most keep their names', async () => {
  const names = Array.from({ length: 1000 }, (_, i) => `job ${i}`)
  const { counted, sink } = createLedger()
  await countHistory(
    store(
      names.map((name, i) => job({ job: name, run: i })),
      names.map((name, i) => ({ job: name, jobs: i })),
    ),
    { sinceMs: 0, untilMs: 4e12 },
    sink,
  )
  const runs = Object.keys(counted).filter(key => key.startsWith('sherpa_job_runs_total'))
  expect(runs).toHaveLength(201)
  expect(counted['sherpa_job_runs_total other other other passed']).toBe(800)
  expect(counted['sherpa_job_runs_total acme/web ci job 999 passed']).toBe(1)
})

test('names follow the conventions', () => {
  for (const { name, kind, labels } of METRIC_FAMILIES) {
    expect(name).toMatch(/^sherpa_[a-z_]+$/)
    expect(name.endsWith('_total')).toBe(kind === 'counter')
    if (kind === 'histogram') expect(name).toMatch(/_seconds$/)
    expect(labels).not.toContain('job')
  }
})
