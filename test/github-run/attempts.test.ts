import { describe, expect, it } from 'vitest'
import { aJob, anAttempt, aRun, aWorld } from '../fakes/github/builders.ts'
import { asked, codes, gather, start } from './gathering.ts'

const RED = 'resolving\nboom: it broke\n'
const attempts = [
  anAttempt({
    jobs: [aJob({ id: 1, name: 'unit', conclusion: 'failure', log: RED }), aJob({ id: 2, name: 'lint', conclusion: 'success' })],
  }),
  anAttempt({ jobs: [aJob({ id: 3, name: 'unit', log: 'resolving\n' })] }),
]
const world = () => aWorld({ runs: [aRun({ id: 777, attempts })] })

describe('the other attempts of a run', () => {
  it('are told with how their jobs ended', async () => {
    const file = await gather(await start(world()), { options: { attempt: 1 } })
    expect(file.attempts).toEqual([{ attempt: 2, jobs: [{ name: 'unit', conclusion: 'success' }] }])
    expect(codes(file)).toEqual([])
  })

  it('tell of the last one what failed before', async () => {
    const again = aWorld({ runs: [aRun({ id: 777, attempts: [...attempts].reverse() })] })
    const file = await gather(await start(again))
    expect(file.run?.attempt).toBe(2)
    expect(file.attempts).toEqual([{ attempt: 1, jobs: [{ name: 'unit', conclusion: 'success' }] }])
  })

  it('give the log to compare with, rather than an older run', async () => {
    const github = await start(world())
    const file = await gather(github, { options: { attempt: 1 } })
    expect(file.logs[0]?.lines.filter(line => line.novel).map(line => line.text)).toEqual(['boom: it broke'])
    expect(asked(github)).toContain('actions/jobs/3/logs')
  })

  it('are not asked for where there is only one', async () => {
    const github = await start(aWorld({ runs: [aRun({ id: 777, jobs: [aJob({ id: 1, conclusion: 'failure', log: RED })] })] }))
    expect(await gather(github)).not.toHaveProperty('attempts')
    expect(asked(github).filter(path => path.includes('filter=all'))).toEqual([])
  })
})
