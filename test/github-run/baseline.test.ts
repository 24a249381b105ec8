import { describe, expect, it } from 'vitest'
import { createBaselineReader } from '../../src/core/log/baseline.ts'
import { aJob, aPullRequest, aRun, aWorld, type RunInput } from '../fakes/github/builders.ts'
import { asked, codes, gather, start } from './gathering.ts'

const RED = 'resolving\ndownloading\nboom: it broke\n'
const red = aRun({
  id: 777,
  createdAt: '2026-03-02T10:00:00Z',
  jobs: [aJob({ id: 42, name: 'unit (22)', conclusion: 'failure', log: RED })],
})

let ids = 100
const greenRun = (input: RunInput, log = 'resolving\ndownloading\n', name = 'unit (22)') =>
  aRun({ createdAt: '2026-03-01T10:00:00Z', jobs: [aJob({ id: ++ids, name, log })], ...input })

const novel = (file: Awaited<ReturnType<typeof gather>>) => file.logs[0]?.lines.filter(line => line.novel).map(line => line.text)
const logsRead = (fake: Awaited<ReturnType<typeof start>>) => asked(fake).filter(path => path.endsWith('/logs'))

describe('the baseline', () => {
  it('is the newest green run of the same workflow and branch that is not younger', async () => {
    const runs = [
      red,
      greenRun({ id: 1, createdAt: '2026-02-01T10:00:00Z' }, 'old\n'),
      greenRun({ id: 2 }),
      greenRun({ id: 3, workflowId: 78, createdAt: '2026-03-02T09:00:00Z' }, RED),
      greenRun({ id: 4, createdAt: '2026-03-03T10:00:00Z' }, RED),
      aRun({
        id: 5,
        createdAt: '2026-03-02T09:30:00Z',
        jobs: [aJob({ id: 99, name: 'unit (22)', conclusion: 'failure', log: RED })],
      }),
    ]
    const file = await gather(await start(aWorld({ runs })))
    expect(file.logs[0]?.compared).toBe(true)
    expect(novel(file)).toEqual(['boom: it broke'])
    expect(codes(file)).toEqual([])
  })

  it('is one of the base branch where the own branch has none', async () => {
    const topic = aRun({ ...red, event: 'pull_request', headBranch: 'topic' })
    const runs = [topic, greenRun({ id: 1, headBranch: 'release' }), greenRun({ id: 2, headBranch: 'main' }, RED)]
    const file = await gather(
      await start(aWorld({ runs, pulls: [aPullRequest({ baseBranch: 'release' })], branches: { release: topic.headSha } })),
    )
    expect(file.run?.base).toBe('release')
    expect(novel(file)).toEqual(['boom: it broke'])
  })

  it('is one of the default branch where no base is known', async () => {
    const file = await gather(await start(aWorld({ runs: [aRun({ ...red, headBranch: 'topic' }), greenRun({ id: 2 })] })))
    expect(novel(file)).toEqual(['boom: it broke'])
  })

  it("is not a fork's branch of the same name", async () => {
    const file = await gather(await start(aWorld({ runs: [red, greenRun({ id: 1, headRepository: 'hubot/app' })] })))
    expect(file.logs[0]?.compared).toBe(false)
    expect(codes(file)).toEqual(['baseline-none'])
  })

  it('is the same job, else one of the same matrix, else none', async () => {
    const matrix = await gather(await start(aWorld({ runs: [red, greenRun({ id: 1 }, undefined, 'unit (24)')] })))
    expect(matrix.logs[0]?.compared).toBe(true)
    const other = await gather(await start(aWorld({ runs: [red, greenRun({ id: 1 }, undefined, 'lint')] })))
    expect(other.logs[0]?.compared).toBe(false)
  })

  it('comes from an earlier green run where the newest skipped the job', async () => {
    const skipped = aRun({
      id: 2,
      createdAt: '2026-03-02T09:00:00Z',
      jobs: [aJob({ id: 97, name: 'lint' }), aJob({ id: 98, name: 'unit (22)', conclusion: 'skipped' })],
    })
    const file = await gather(await start(aWorld({ runs: [red, skipped, greenRun({ id: 1 })] })))
    expect(novel(file)).toEqual(['boom: it broke'])
  })

  it('given by hand spares the search', async () => {
    const reader = createBaselineReader()
    reader.push(new TextEncoder().encode('boom: it broke\n'))
    const fake = await start(aWorld({ runs: [red, greenRun({ id: 1 })] }))
    const file = await gather(fake, { gather: { baseline: reader.end() } })
    expect(novel(file)).toEqual(['resolving', 'downloading'])
    expect(asked(fake).filter(path => path.includes('workflows'))).toEqual([])
  })

  it('that has expired is told, and the failed log is read all the same', async () => {
    const gone = aRun({ id: 1, createdAt: '2026-03-01T10:00:00Z', jobs: [aJob({ id: 98, name: 'unit (22)', logGone: true })] })
    const fake = await start(aWorld({ runs: [red, gone] }))
    const file = await gather(fake)
    expect(file.logs).toMatchObject([{ compared: false }])
    expect(file.notes).toEqual([
      { code: 'log-expired', text: expect.stringMatching(/^No comparison with a green run: the log of job 98/) },
    ])
    expect(logsRead(fake)).toEqual(['actions/jobs/98/logs', 'actions/jobs/42/logs'])
  })
})
