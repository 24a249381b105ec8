import { expect, test } from 'vitest'
import { outcomeOf, outcomeOfAll } from './outcome.ts'
import { DAY, HOUR, job, stream, T0 } from './past.fixture.ts'
import { repairsOf } from './repairs.ts'
import { collectRuns } from './runs.ts'

test.each([
  ['success', 'passed'],
  ['failure', 'failed'],
  ['timed_out', 'failed'],
  ['startup_failure', 'failed'],
  ['cancelled', null],
  ['skipped', null],
  [null, null],
] as const)('%s: %s', (conclusion, outcome) => expect(outcomeOf(conclusion)).toBe(outcome))

test('one job that failed fails all', () => {
  expect([
    outcomeOfAll(['passed', 'failed', null]),
    outcomeOfAll(['passed', null]),
    outcomeOfAll([null]),
    outcomeOfAll([]),
  ]).toEqual(['failed', 'passed', null, null])
})

test('jobs of any order become runs with their attempts, oldest first', async () => {
  const runs = await collectRuns(
    stream([
      job({ job: 'b', run: 2, startedMs: T0 + DAY, durationMs: 5000 }),
      job({ job: 'b', run: 1, startedMs: T0 + 1000, durationMs: 9000, conclusion: 'failure' }),
      job({ job: 'a', run: 1, startedMs: T0, durationMs: 2000 }),
      job({ job: 'b', run: 1, attempt: 2, startedMs: T0 + HOUR, durationMs: 8000 }),
      job({ job: 'lost', run: 3, startedMs: null }),
    ]),
  )
  expect(runs).toMatchObject([
    {
      run: 1,
      outcome: 'passed',
      recovered: true,
      attempts: [
        {
          attempt: 1,
          outcome: 'failed',
          startedMs: T0,
          endedMs: T0 + 10_000,
          machineMs: 11_000,
          failedMs: 9000,
          failedJobs: ['b'],
        },
        { attempt: 2, outcome: 'passed', startedMs: T0 + HOUR, machineMs: 8000, failedMs: 0 },
      ],
    },
    { run: 2, outcome: 'passed', recovered: false, attempts: [{ attempt: 1 }] },
  ])
})

test('a run that is red again after it was green has recovered once, and is red', async () => {
  const [run] = await collectRuns(
    stream(
      ['success', 'failure', 'failure'].map((conclusion, i) =>
        job({ attempt: i + 1, startedMs: T0 + i, conclusion: conclusion as 'success' }),
      ),
    ),
  )
  expect(run).toMatchObject({ outcome: 'failed', recovered: false })
})

test('what was cancelled says nothing', async () => {
  const [run] = await collectRuns(
    stream([job({ conclusion: 'failure' }), job({ attempt: 2, conclusion: 'cancelled', startedMs: T0 + 5 })]),
  )
  expect(run).toMatchObject({ outcome: 'failed', recovered: false })
})

test('a repair lasts from the end of the first red run to the end of the first green one; pull requests are left out', async () => {
  const at = (hours: number) => ({ run: hours + 1, startedMs: T0 + hours * HOUR, durationMs: HOUR })
  const runs = await collectRuns(
    stream([
      job({ ...at(0) }),
      job({ ...at(1), conclusion: 'failure' }),
      job({ ...at(3), conclusion: 'failure' }),
      job({ ...at(4), conclusion: 'cancelled' }),
      job({ ...at(5) }),
      job({ ...at(6), pullRequest: 7, branch: 'topic', conclusion: 'failure' }),
      job({ ...at(7), branch: 'topic', base: 'main', conclusion: 'failure' }),
      job({ ...at(8), conclusion: 'failure' }),
    ]),
  )
  expect(repairsOf(runs)).toEqual([
    { repository: 'acme/web', workflow: 'ci', branch: 'main', brokenMs: T0 + 2 * HOUR, repairedMs: T0 + 6 * HOUR },
  ])
})
