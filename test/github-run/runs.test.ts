import { describe, expect, it } from 'vitest'
import type { RunProgress } from '../../src/core/gather/from-ci.ts'
import { aCommit, aJob, anAttempt, aPullRequest, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { asked, codes, gather, start, troubleOf } from './gathering.ts'

const red = (id: number, name: string, log = `${name} broke\n`) => aJob({ id, name, conclusion: 'failure', log })
const green = (id: number, name: string, log = `${name} fine\n`) => aJob({ id, name, log })
const logs = (file: Awaited<ReturnType<typeof gather>>) => file.logs.map(log => log.job)

describe('hundreds of jobs', () => {
  const jobs = Array.from({ length: 430 }, (_, n) =>
    n % 2 === 0 ? red(1000 + n, `unit (${n})`) : green(1000 + n, `lint (${n})`),
  )

  it('are listed page by page; the logs read are capped, and it is said', async () => {
    const fake = await start(aWorld({ runs: [aRun({ id: 777, jobs })] }))
    const progress: RunProgress[] = []
    const file = await gather(fake, { gather: { maxLogs: 5, onProgress: step => progress.push(step) } })
    expect(file.jobs).toHaveLength(430)
    expect(file.logs).toHaveLength(5)
    expect(file.notes).toContainEqual({
      code: 'logs-capped',
      text: expect.stringMatching(/^215 jobs failed; the logs of 5 of them were read/),
    })
    expect(asked(fake).filter(path => path.includes('/jobs?'))).toHaveLength(5)
    expect(asked(fake).filter(path => path.includes('annotations'))).toHaveLength(60)
    expect(progress[0]).toMatchObject({ stage: 'run', run: { run: 777 } })
    expect(progress[1]).toEqual({ stage: 'jobs', jobs: 430, failed: 215, logs: 5 })
    expect(progress.at(-1)).toMatchObject({ stage: 'log', done: 5, logs: 5 })
  })

  it('cost few requests at a time', async () => {
    const fake = await start(
      aWorld({ runs: [aRun({ id: 777, jobs })], faults: [{ match: '/logs', at: 'storage', fault: 'slow', delayMs: 20 }] }),
    )
    let open = 0
    let most = 0
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const counts = String(input).includes('/storage/')
      if (counts) most = Math.max(most, ++open)
      try {
        return await globalThis.fetch(input, init)
      } finally {
        if (counts) open--
      }
    }
    await gather(fake, { github: { fetch } })
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThanOrEqual(4)
  })
})

describe('a job', () => {
  const world = aWorld({ runs: [aRun({ id: 777, jobs: [red(41, 'lint'), red(42, 'unit (ubuntu)'), green(43, 'build')] })] })

  it.each([
    ['by its id', '42', ['unit (ubuntu)']],
    ['by its name', 'build', ['build']],
    ['by a part of its name', 'unit', ['unit (ubuntu)']],
  ])('asked for %s is read alone, whatever it ended as', async (_, job, expected) => {
    expect(logs(await gather(await start(world), { options: { job } }))).toEqual(expected)
  })

  it('that is not there is refused with the names there are', async () => {
    const fake = await start(world)
    expect(await troubleOf(gather(fake, { options: { job: 'deploy' } }))).toMatchObject({
      code: 'job-unknown',
      kind: 'usage',
      hint: 'give one of: lint, unit (ubuntu), build',
    })
  })

  it('whose id alone is known leads to its run', async () => {
    const file = await gather(await start(world), { ref: 'https://github.com/acme/app/runs/42' })
    expect(file.run?.run).toBe(777)
    expect(logs(file)).toEqual(['unit (ubuntu)'])
  })

  it('of another run is refused', async () => {
    const both = aWorld({ runs: [aRun({ id: 777 }), aRun({ id: 778, jobs: [red(42, 'unit')] })] })
    expect(await troubleOf(gather(await start(both), { options: { job: '42' } }))).toMatchObject({
      code: 'job-of-another-run',
      hint: 'ask for acme/app#778',
    })
  })
})

describe('attempts', () => {
  const attempts = [
    anAttempt({ jobs: [red(41, 'unit', 'first\n')] }),
    anAttempt({ startedAt: '2026-03-02T11:00:00Z', actor: 'hubot', jobs: [red(51, 'unit', 'second one\n')] }),
  ]
  const world = aWorld({ runs: [aRun({ id: 777, attempts })] })

  it('the newest is read unless another is asked for', async () => {
    const file = await gather(await start(world))
    expect(file.run).toMatchObject({ attempt: 2, triggeredBy: 'hubot', startedAt: '2026-03-02T11:00:00Z' })
    expect(file.logs[0]?.size.bytes).toBe(11)
  })

  it('an earlier one by its number, or by one of its jobs', async () => {
    const fake = await start(world)
    for (const file of [
      await gather(fake, { options: { attempt: '1' } }),
      await gather(fake, { ref: 'https://github.com/acme/app/actions/runs/777/job/41' }),
    ]) {
      expect(file.run).toMatchObject({ attempt: 1, triggeredBy: 'mona' })
      expect(file.logs[0]?.size.bytes).toBe(6)
    }
  })
})

describe('a run', () => {
  it('still in progress is told by the jobs that are over', async () => {
    const jobs = [
      red(41, 'lint'),
      aJob({ id: 42, name: 'unit', status: 'in_progress' }),
      aJob({ id: 43, name: 'deploy', status: 'queued' }),
    ]
    const file = await gather(await start(aWorld({ runs: [aRun({ id: 777, jobs })] })))
    expect(file.run).toMatchObject({ status: 'in_progress' })
    expect(file.run?.completedAt).toBeUndefined()
    expect(logs(file)).toEqual(['lint'])
    expect(file.notes).toContainEqual({
      code: 'run-in-progress',
      text: 'The run is still in progress: 1 of 3 jobs are over, 1 failed; the others are not judged.',
    })
  })

  it('in progress has no log of a job that is not over', async () => {
    const jobs = [aJob({ id: 42, name: 'unit', status: 'in_progress' })]
    const file = await gather(await start(aWorld({ runs: [aRun({ id: 777, jobs })] })), { options: { job: '42' } })
    expect(codes(file)).toContain('job-in-progress')
    expect(file.logs).toEqual([])
  })

  it('that was cancelled is told by the jobs that were running', async () => {
    const jobs = [
      aJob({ id: 41, name: 'unit', conclusion: 'cancelled', log: 'The operation was canceled.\n' }),
      green(42, 'lint'),
    ]
    const file = await gather(await start(aWorld({ runs: [aRun({ id: 777, jobs })] })))
    expect(logs(file)).toEqual(['unit'])
    expect(codes(file)).toContain('run-cancelled')
  })

  it('that is green needs no logs', async () => {
    const fake = await start(aWorld({ runs: [aRun({ id: 777, jobs: [green(41, 'unit')] })] }))
    const file = await gather(fake)
    expect(file.logs).toEqual([])
    expect(codes(file)).toEqual(['run-green'])
    expect(asked(fake).filter(path => /logs|workflows|annotations/.test(path))).toEqual([])
  })

  it('without jobs may have an invalid workflow file', async () => {
    const file = await gather(
      await start(aWorld({ runs: [aRun({ id: 777, jobs: [], conclusion: 'startup_failure', status: 'completed' })] })),
    )
    expect(file.run?.conclusion).toBe('startup_failure')
    expect(codes(file)).toEqual(['run-without-jobs'])
  })

  it('is asked for without a token where it is public, but for its logs', async () => {
    const file = await gather(await start(aWorld({ runs: [aRun({ id: 777, jobs: [red(41, 'unit')] })] })), {
      github: { token: undefined },
    })
    expect(file.jobs).toHaveLength(1)
    expect(file.notes).toContainEqual({ code: 'ci-forbidden', text: expect.stringMatching(/without a token.*set GITHUB_TOKEN/) })
  })
})

describe('changes of a pull request', () => {
  const commits = [
    aCommit({ sha: aSha('base') }),
    aCommit({ sha: aSha('one'), files: [{ filename: 'package.json', patch: '@@ -1 +1 @@\n-1\n+2' }] }),
    aCommit({ sha: aSha('head'), files: [{ filename: 'src/a.ts' }] }),
  ]
  const run = { id: 777, event: 'pull_request', headBranch: 'topic', jobs: [red(41, 'unit')] }

  it('are those between its base and its head', async () => {
    const fake = await start(
      aWorld({
        commits,
        branches: { main: aSha('base'), topic: aSha('head') },
        pulls: [aPullRequest({ number: 12 })],
        runs: [aRun(run)],
      }),
    )
    const file = await gather(fake)
    expect(file.run).toMatchObject({ base: 'main', pullRequest: 12, parents: [aSha('one')] })
    expect(file.run?.changes?.map(change => change.file)).toEqual(['package.json', 'src/a.ts'])
  })

  it('from a fork are found by its branch', async () => {
    const fork = 'hubot/app'
    const fake = await start(
      aWorld({
        commits,
        branches: { main: aSha('base') },
        pulls: [aPullRequest({ number: 13, headRepository: fork })],
        runs: [aRun({ ...run, headRepository: fork })],
      }),
    )
    const file = await gather(fake)
    expect(file.run).toMatchObject({ base: 'main', pullRequest: 13 })
    expect(file.run?.changes?.map(change => change.file)).toEqual(['package.json', 'src/a.ts'])
  })

  it('are those of the commit where the two cannot be compared', async () => {
    const world = aWorld({
      commits,
      branches: { main: aSha('base'), topic: aSha('head') },
      pulls: [aPullRequest({ number: 12 })],
      runs: [aRun(run)],
      faults: [{ match: '/compare/', fault: 'not-found' }],
    })
    const file = await gather(await start(world))
    expect(file.run?.changes?.map(change => change.file)).toEqual(['src/a.ts'])
    expect(file.notes).toContainEqual({
      code: 'ci-not-found',
      text: expect.stringContaining(`comparison ${aSha('base')}...${aSha('head')}`),
    })
  })

  it('are those of the commit where the pull request cannot be found', async () => {
    const file = await gather(await start(aWorld({ commits, branches: { main: aSha('base') }, runs: [aRun(run)] })))
    expect(file.run?.pullRequest).toBeUndefined()
    expect(file.run?.changes?.map(change => change.file)).toEqual(['src/a.ts'])
  })
})
