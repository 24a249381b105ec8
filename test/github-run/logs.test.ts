import { describe, expect, it } from 'vitest'
import { readArchive } from '../../src/integrations/files/read-archive.ts'
import { aJob, aRun, aWorld } from '../fakes/github/builders.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import { asked, codes, gather, start } from './gathering.ts'

const LOG = Array.from({ length: 20_000 }, (_, n) => `2026-03-02T10:00:10.0000000Z line ${n}\n`).join('')
const BYTES = LOG.length

const unit = aJob({
  id: 42,
  name: 'unit',
  conclusion: 'failure',
  log: LOG,
  annotations: [{ message: 'The runner has received a shutdown signal.' }],
})
const lint = aJob({ id: 43, name: 'lint / node: 22', conclusion: 'failure', log: 'one\ntwo\n' })
const broken = (...faults: FaultRule[]) => aWorld({ faults, runs: [aRun({ id: 777, jobs: [unit, lint] })] })
const sizes = (file: Awaited<ReturnType<typeof gather>>) => Object.fromEntries(file.logs.map(log => [log.job, log.size.bytes]))

const BOTH = { unit: BYTES, 'lint / node: 22': 8 }
const UNIT_LOG = /jobs\/42\/logs/

describe('a log that is cut in the middle', () => {
  it.each([1, 3])('is taken up where it broke, %i times', async times => {
    const fake = await start(broken({ match: UNIT_LOG, at: 'storage', fault: 'cut-body', afterBytes: 300_000, times }))
    const file = await gather(fake)
    expect(sizes(file)).toEqual(BOTH)
    expect(codes(file)).not.toContain('ci-cut')
    const resumed = fake.requests.filter(request => request.server === 'storage' && request.headers['range'])
    expect(resumed.length).toBeGreaterThan(0)
    expect(resumed[0]?.headers['range']).toMatch(/^bytes=\d+-$/)
  })

  it('again and again is told, and costs no other log', async () => {
    const fake = await start(broken({ match: UNIT_LOG, at: 'storage', fault: 'cut-body' }))
    const file = await gather(fake)
    expect(sizes(file)).toEqual({ 'lint / node: 22': 8 })
    expect(file.notes).toContainEqual({
      code: 'ci-cut',
      text: expect.stringMatching(/^The connection to .* broke during GET .*jobs\/42\/logs/),
    })
    expect(file.jobs[0]?.annotations).toHaveLength(1)
  })
})

describe('a log whose address does not work', () => {
  it.each<[string, FaultRule]>([
    ['is asked for again where the link has expired', { match: UNIT_LOG, fault: 'expired-link', times: 2 }],
    ['is asked for again where nobody listens there', { match: UNIT_LOG, fault: 'dead-redirect', times: 1 }],
    ['is asked for again where the storage is down', { match: UNIT_LOG, at: 'storage', fault: 'server-error', times: 2 }],
    ['is asked for again where the API is down', { match: UNIT_LOG, at: 'api', fault: 'bad-gateway', times: 2 }],
    ['is waited for where the storage is slow', { match: UNIT_LOG, at: 'storage', fault: 'slow', delayMs: 300, times: 1 }],
  ])('%s', async (_, fault) => {
    const fake = await start(broken(fault))
    expect(sizes(await gather(fake))).toEqual(BOTH)
  })

  it('is asked for again where the storage falls silent', async () => {
    const fake = await start(broken({ match: UNIT_LOG, at: 'storage', fault: 'slow', delayMs: 3000, times: 1 }))
    expect(sizes(await gather(fake, { github: { silenceMs: 300 } }))).toEqual(BOTH)
  })
})

it('whose storage cannot be reached is told with the host to let pass, and costs no other log', async () => {
  const fake = await start(broken({ match: UNIT_LOG, fault: 'dead-redirect' }))
  const file = await gather(fake)
  expect(sizes(file)).toEqual({ 'lint / node: 22': 8 })
  const text = expect.stringMatching(
    /^The log of job 42 \(unit\) is kept elsewhere, and 127\.0\.0\.1:\d+ could not be reached \(ECONNREFUSED\); let the proxy or firewall pass 127\.0\.0\.1:\d+\.$/,
  )
  expect(file.notes).toContainEqual({ code: 'log-storage', text })
})

describe('a log that cannot be had alone', () => {
  const archived = (fake: Awaited<ReturnType<typeof start>>) => asked(fake).filter(path => path.endsWith('attempts/1/logs'))

  it.each<[string, FaultRule]>([
    ['for an outage', { match: /jobs\/\d+\/logs/, at: 'api', fault: 'server-error' }],
    ['for a dead storage', { match: /jobs\/\d+\/logs/, fault: 'dead-redirect' }],
    ['as if it were not there', { match: /jobs\/\d+\/logs/, fault: 'not-found' }],
  ])('%s comes out of the archive, which is fetched once', async (_, fault) => {
    const fake = await start(broken(fault))
    const file = await gather(fake, { github: { readArchive } })
    expect(sizes(file)).toEqual(BOTH)
    expect(archived(fake)).toHaveLength(1)
    expect(codes(file)).toEqual(['baseline-none'])
  })

  it('comes out of an archive that had to be taken up again', async () => {
    const fake = await start(
      broken({ match: UNIT_LOG, fault: 'not-found' }, { match: /attempts\/1\/logs/, fault: 'cut-body', at: 'storage', times: 1 }),
    )
    expect(sizes(await gather(fake, { github: { readArchive } }))).toEqual(BOTH)
  })

  it('is told with the first trouble where the archive is broken too', async () => {
    const fake = await start(broken({ match: UNIT_LOG, fault: 'not-found' }, { match: /attempts\/1\/logs/, fault: 'logs-gone' }))
    const file = await gather(fake, { github: { readArchive } })
    expect(sizes(file)).toEqual({ 'lint / node: 22': 8 })
    expect(codes(file)).toEqual(['baseline-none', 'log-missing'])
  })

  it('is not looked for in the archive when it has expired or is forbidden', async () => {
    const fake = await start(
      broken({ match: UNIT_LOG, fault: 'logs-gone' }, { match: /jobs\/43\/logs/, fault: 'missing-permission' }),
    )
    const file = await gather(fake, { github: { readArchive } })
    expect(archived(fake)).toEqual([])
    expect(file.logs).toEqual([])
    expect(codes(file).sort()).toEqual(['baseline-none', 'ci-forbidden', 'log-expired'])
  })
})

it('looks in the archive at once when the logs of several jobs could not be had alone', async () => {
  const jobs = Array.from({ length: 12 }, (_, n) =>
    aJob({ id: 100 + n, name: `unit ${n}`, conclusion: 'failure', log: `boom ${n}\n` }),
  )
  const fake = await start(
    aWorld({ runs: [aRun({ id: 777, jobs })], faults: [{ match: /jobs\/\d+\/logs/, fault: 'server-error' }] }),
  )
  const file = await gather(fake, { github: { readArchive } })
  expect(file.logs).toHaveLength(12)
  expect(new Set(asked(fake).filter(path => /jobs\/\d+\/logs/.test(path))).size).toBeLessThanOrEqual(7)
})

it('tells steps and annotations where all logs have expired', async () => {
  const gone = [41, 42, 43].map(id =>
    aJob({ id, name: `job ${id}`, conclusion: 'failure', logGone: true, annotations: [{ message: 'No space left on device' }] }),
  )
  const fake = await start(aWorld({ runs: [aRun({ id: 777, jobs: gone })] }))
  const file = await gather(fake, { github: { readArchive } })
  expect(file.logs).toEqual([])
  expect(file.notes).toContainEqual({
    code: 'log-expired',
    text: expect.stringMatching(
      /^The log of job 4\d \(job 4\d\) has expired: GitHub keeps logs for 90 days .*\(the same for 3 logs\)\.$/,
    ),
  })
  expect(file.jobs.map(job => job.annotations?.[0]?.message)).toEqual(Array(3).fill('No space left on device'))
  expect(file.jobs[0]?.steps?.find(step => step.conclusion === 'failure')?.name).toBe('Run npm test')
})

it('reads bytes as they are: marks, invalid UTF-8, no line feed at the end, nothing at all', async () => {
  const odd = [new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xff, 0xfe, 0x62]), new Uint8Array(0)]
  const jobs = odd.map((log, n) => aJob({ id: 50 + n, name: `odd ${n}`, conclusion: 'failure', log }))
  const fake = await start(aWorld({ runs: [aRun({ id: 777, jobs })] }))
  const file = await gather(fake)
  expect(file.logs.map(log => log.size)).toEqual([
    { lines: 2, bytes: 8 },
    { lines: 0, bytes: 0 },
  ])
})
