import { describe, expect, test } from 'vitest'
import { groupFailures, mostCommon, newest } from './common-failures.ts'
import { summarizeJobs } from './job-summary.ts'
import { failure, HOUR, job, measures, stream, T0 } from './past.fixture.ts'
import { failureTitles, newestRuns, recentWorkflows } from './recent.ts'
import { collectRuns } from './runs.ts'
import { jobSeries, measureSeries } from './series.ts'

const values = (series: ReturnType<typeof jobSeries>) =>
  Object.fromEntries(series.map(({ metric, points }) => [metric.id, points.map(({ value }) => value)]))

describe('the metrics of a job', () => {
  test('what it takes and prints where it passed, what it waits and how it ends always, an outcome once a run', () => {
    const facts = {
      queuedMs: 5,
      logLines: 100,
      logBytes: 2000,
      errorLines: 10,
      newLines: 4,
      tests: 20,
      testsFailed: 1,
      testsSkipped: 4,
      testsMs: 900,
    }
    expect(
      values(
        jobSeries([
          job({ ...facts }),
          job({ ...facts, run: 2, conclusion: 'failure' }),
          job({ run: 2, attempt: 2, queuedMs: 7 }),
        ]),
      ),
    ).toEqual({
      durationMs: [60_000, 60_000],
      queuedMs: [5, 5, 7],
      failureRate: [0, 1],
      logBytes: [2000],
      errorLineRate: [0.1],
      newLineRate: [0.04, 0.04],
      tests: [20, 20],
      testsSkipped: [4, 4],
      testFailureRate: [1 / 16, 1 / 16],
      testsMs: [900],
    })
  })

  test('steps that passed, and further measures in the unit that their name ends in', () => {
    const series = measureSeries([
      measures({
        steps: [
          { name: 'Build', conclusion: 'success', durationMs: 5 },
          { name: 'Test', conclusion: 'failure', durationMs: 9 },
        ],
        metrics: { peakMemoryBytes: 7, cacheHits: 1 },
      }),
      measures({ run: 2, steps: [{ name: 'Build', conclusion: 'success', durationMs: 6 }] }),
    ])
    expect(values(series)).toEqual({ 'stepMs:Build': [5, 6], peakMemoryBytes: [7], cacheHits: [1] })
    expect(series.map(({ metric }) => [metric.unit, metric.title])).toEqual([
      ['ms', 'The duration of its step "Build"'],
      ['bytes', 'Its peak memory'],
      ['count', 'Its cache hits'],
    ])
  })
})

test('jobs in figures, those that fail most first', async () => {
  const summaries = await summarizeJobs(
    stream([
      job({ job: 'lint', queuedMs: 4 }),
      job({ durationMs: 10 }),
      job({ run: 2, durationMs: 30, tests: 7 }),
      job({ run: 3, durationMs: 1, conclusion: 'failure' }),
      job({ run: 4, durationMs: 2, conclusion: 'cancelled', startedMs: T0 + HOUR }),
    ]),
  )
  expect(summaries).toMatchObject([
    {
      job: 'unit',
      runs: 3,
      failed: 1,
      durationP50Ms: 20,
      durationP95Ms: 30,
      queuedP50Ms: null,
      tests: 7,
      recentMs: [10, 30],
      lastOutcome: 'failed',
      lastMs: T0 + HOUR,
    },
    { job: 'lint', runs: 1, failed: 0, queuedP50Ms: 4, tests: null, lastOutcome: 'passed' },
  ])
})

test('failures by the runs they hit; of one job only the root', async () => {
  const groups = await groupFailures(
    stream([
      failure({ run: 1, fingerprint: 'a' }),
      failure({ run: 1, fingerprint: 'symptom' }),
      failure({ run: 1, attempt: 2, fingerprint: 'a' }),
      failure({ run: 2, fingerprint: 'a', title: 'newer title', startedMs: T0 + 5 }),
      failure({ run: 3, job: 'lint', fingerprint: 'b', startedMs: T0 + 9 }),
    ]),
  )
  expect(mostCommon(groups, 10)).toMatchObject([
    { fingerprint: 'a', runs: 2, title: 'newer title', jobs: ['unit'], firstMs: T0, lastRun: 2 },
    { fingerprint: 'b', runs: 1, jobs: ['lint'] },
  ])
  expect(newest(groups, 1)).toMatchObject([{ fingerprint: 'b', lastRun: 3 }])
})

test('the newest runs of each workflow, newest first, with what failed in them', async () => {
  const runs = await collectRuns(
    stream([
      job({ run: 1, durationMs: 5 }),
      job({ run: 2, startedMs: T0 + HOUR, conclusion: 'failure', durationMs: 9 }),
      job({ run: 2, attempt: 2, startedMs: T0 + 2 * HOUR, durationMs: 9 }),
      job({ workflow: 'nightly', run: 3, startedMs: T0 + 3 * HOUR }),
    ]),
  )
  const store = {
    failures: () =>
      stream([
        failure({ run: 2, startedMs: T0 + HOUR }),
        failure({ run: 2, job: 'lint', title: 'x' }),
        failure({ run: 1, title: 'not shown' }),
      ]),
  }
  const titles = await failureTitles(store, newestRuns(runs, 1), {})
  expect(recentWorkflows(runs, titles, 1)).toMatchObject([
    { workflow: 'nightly', runs: 1, recent: [{ run: 3 }] },
    {
      workflow: 'ci',
      runs: 2,
      successRate: 1,
      durationP50Ms: 7,
      recent: [
        {
          run: 2,
          outcome: 'passed',
          recovered: true,
          attempts: 2,
          durationMs: 9,
          failedJobs: ['unit'],
          failures: ['a test failed', 'x'],
        },
      ],
    },
  ])
})
