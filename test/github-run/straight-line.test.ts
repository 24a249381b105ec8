import { expect, it } from 'vitest'
import { aCommit, aJob, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { asked, gather, start } from './gathering.ts'

const FAILING = '2026-03-02T10:00:09.0000000Z running\n2026-03-02T10:00:10.0000000Z boom: it broke\n'

it('gathers a run by its id: attempt facts, jobs, the failed log, annotations, changes', async () => {
  const fake = await start(
    aWorld({
      commits: [
        aCommit({ sha: aSha('before') }),
        aCommit({ sha: aSha('head'), files: [{ filename: 'src/cart.ts', patch: '@@ -1 +1 @@\n-a\n+b' }] }),
      ],
      runs: [
        aRun({
          id: 777,
          jobs: [
            aJob({ id: 41, name: 'lint' }),
            aJob({
              id: 42,
              name: 'unit',
              conclusion: 'failure',
              log: FAILING,
              annotations: [{ message: 'Process completed with exit code 1.' }],
            }),
          ],
        }),
      ],
    }),
  )
  const file = await gather(fake)
  expect(file.source).toEqual({ kind: 'github', name: 'https://github.com/acme/app/actions/runs/777' })
  expect(file.run).toMatchObject({
    repository: 'acme/app',
    workflow: 'CI',
    run: 777,
    attempt: 1,
    event: 'push',
    branch: 'main',
    commit: aSha('head'),
    parents: [aSha('before')],
    actor: 'mona',
    triggeredBy: 'mona',
    status: 'completed',
    conclusion: 'failure',
    changes: [{ file: 'src/cart.ts', patch: '@@ -1 +1 @@\n-a\n+b' }],
  })
  expect(file.jobs.map(({ id, name, conclusion }) => ({ id, name, conclusion }))).toEqual([
    { id: 41, name: 'lint', conclusion: 'success' },
    { id: 42, name: 'unit', conclusion: 'failure' },
  ])
  expect(file.jobs[1]?.annotations).toEqual([{ level: 'failure', message: 'Process completed with exit code 1.' }])
  expect(file.jobs[1]?.steps?.[1]).toEqual({ name: 'Run npm test', conclusion: 'failure', durationMs: 10_000 })
  expect(file.logs).toMatchObject([{ name: 'unit', job: 'unit', size: { lines: 2, bytes: FAILING.length }, compared: false }])
  expect(file.logs[0]?.lines.map(line => line.text)).toContain('boom: it broke')
  expect(asked(fake).filter(path => path.includes('/logs'))).toEqual(['actions/jobs/42/logs'])
})
