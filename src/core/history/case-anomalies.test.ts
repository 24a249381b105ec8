import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import type { PastFailure, PastJob, PastMeasures, PastTest } from '../model/history.ts'
import { anomaliesOfCase } from './case-anomalies.ts'
import { pastOf } from './case-past.ts'
import { failure, HOUR, job, measures, result, stream, T0 } from './past.fixture.ts'

const RUN = 101
const startedMs = T0 + RUN * HOUR
const time = (ms: number) => new Date(ms).toISOString()

const past = (i: number): PastJob =>
  job({ run: i + 1, startedMs: T0 + i * HOUR, durationMs: 60_000 + ((i * 37) % 11) * 400, commit: `c${i}`, base: 'main' })
const JOBS = Array.from({ length: 100 }, (_, i) => past(i))

const store = (
  jobs: readonly PastJob[],
  more: { measures?: readonly PastMeasures[]; failures?: readonly PastFailure[]; tests?: readonly PastTest[] } = {},
) => ({
  lastJobs: async (_key: unknown, count: number, beforeMs = Number.POSITIVE_INFINITY) =>
    jobs
      .filter(({ startedMs: at }) => (at ?? 0) < beforeMs)
      .reverse()
      .slice(0, count),
  measures: () => stream(more.measures ?? []),
  failures: () => stream(more.failures ?? []),
  tests: () => stream(more.tests ?? []),
})

const caseOf = (given: { conclusion?: 'success' | 'failure'; durationMs: number }): CaseFile => ({
  schema: 'sherpa.case/1',
  source: { kind: 'run-document', name: 'run.json' },
  run: { repository: 'acme/web', workflow: 'ci', run: RUN, attempt: 1, startedAt: time(startedMs) },
  jobs: [
    {
      name: 'unit',
      conclusion: given.conclusion ?? 'success',
      startedAt: time(startedMs),
      completedAt: time(startedMs + given.durationMs),
    },
  ],
  logs: [],
  reports: [],
  notes: [],
})

describe('a run against the past of its jobs', () => {
  const look = async (file: CaseFile, jobs = JOBS) => {
    const found = await pastOf(file, store(jobs))
    return anomaliesOfCase({ ...file, ...(found && { past: found }) })
  }

  test('a job that took ten times as long', async () => {
    expect(await look(caseOf({ durationMs: 620_000 }))).toMatchObject([
      {
        repository: 'acme/web',
        workflow: 'ci',
        job: 'unit',
        metric: 'durationMs',
        run: RUN,
        observed: 620_000,
        direction: 'up',
        since: null,
      },
    ])
  })

  test('one that failed early says nothing by that', async () => {
    expect(await look(caseOf({ conclusion: 'failure', durationMs: 1000 }))).toEqual([])
  })

  test('one like the others', async () => {
    expect(await look(caseOf({ durationMs: 62_000 }))).toEqual([])
  })

  test('a shift that began some runs ago, with the run that began it', async () => {
    const jobs = JOBS.map(one => (one.run > 90 ? { ...one, durationMs: (one.durationMs ?? 0) + 60_000 } : one))
    expect(await look(caseOf({ durationMs: 122_000 }), jobs)).toMatchObject([
      { metric: 'durationMs', run: 91, since: time(T0 + 90 * HOUR) },
    ])
  })

  test('few earlier runs are no yardstick; a run of no name has no past', async () => {
    expect(await look(caseOf({ durationMs: 620_000 }), JOBS.slice(0, 10))).toEqual([])
    expect(await pastOf({ ...caseOf({ durationMs: 1 }), run: null }, store(JOBS))).toBeUndefined()
  })
})

test('the past holds earlier runs with their fingerprints, commits of the base branch, and metrics; not the run itself', async () => {
  const file = caseOf({ conclusion: 'failure', durationMs: 1000 })
  const jobs = [
    past(0),
    { ...past(1), conclusion: 'failure' as const, pullRequest: 7, branch: 'topic' },
    { ...past(2), run: RUN },
  ]
  const found = await pastOf(
    file,
    store(jobs, {
      failures: [failure({ run: 2, fingerprint: 'v1:root' }), failure({ run: 2, fingerprint: 'v1:symptom' })],
      measures: [
        measures({ run: 1, steps: [{ name: 'Build', conclusion: 'success', durationMs: 5 }] }),
        measures({ run: 999, metrics: { cpuMs: 1 } }),
      ],
    }),
  )
  expect(found).toEqual({
    runs: [
      { job: 'unit', run: 1, attempt: 1, conclusion: 'success', commit: 'c0', branch: 'main', startedAt: time(T0) },
      {
        job: 'unit',
        run: 2,
        attempt: 1,
        conclusion: 'failure',
        commit: 'c1',
        branch: 'topic',
        pullRequest: 7,
        startedAt: time(T0 + HOUR),
        fingerprint: 'v1:root',
      },
    ],
    commits: ['c0'],
    metrics: [
      { job: 'unit', metric: 'durationMs', points: [{ at: T0, run: 1, value: 60_000 }] },
      {
        job: 'unit',
        metric: 'failureRate',
        points: [
          { at: T0, run: 1, value: 0 },
          { at: T0 + HOUR, run: 2, value: 1 },
        ],
      },
      { job: 'unit', metric: 'stepMs:Build', points: [{ at: T0, run: 1, value: 5 }] },
    ],
  })
})

test('the past tells of the tests that failed, and of no others', async () => {
  const results = ['adds tax', 'removes tax'].flatMap(name =>
    Array.from({ length: 8 }, (_, i) =>
      result(name, { run: i + 1, startedMs: T0 + i * HOUR, outcome: i % 4 === 3 ? 'failed' : 'passed' }),
    ),
  )
  const reports = [{ framework: 'junit', total: 2, passed: 1, failed: 1, skipped: 0, failedTests: [{ name: 'adds tax' }] }]
  const file = { ...caseOf({ conclusion: 'failure', durationMs: 1000 }), reports }
  const found = await pastOf(file, store(JOBS, { tests: results }))
  expect(found?.tests).toMatchObject([{ job: 'unit', name: 'adds tax', runs: 8, failures: 2 }])
  expect(await pastOf({ ...file, reports: [] }, store(JOBS, { tests: results }))).not.toHaveProperty('tests')
})
