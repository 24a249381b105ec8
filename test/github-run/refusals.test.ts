import { describe, expect, it } from 'vitest'
import { aJob, aRun, aWorld } from '../fakes/github/builders.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import { deadUrl } from '../fakes/github/server/listen.ts'
import { asked, codes, gather, start, troubleOf } from './gathering.ts'

const RUN = /runs\/777$/
const failing = (faults: FaultRule[], log = 'one\ntwo\n') =>
  aWorld({ faults, runs: [aRun({ id: 777, jobs: [aJob({ id: 42, name: 'unit', conclusion: 'failure', log })] })] })

describe('of the run itself end the diagnosis', () => {
  it.each<[FaultRule['fault'], string, string, RegExp]>([
    ['bad-credentials', 'ci-unauthenticated', 'credentials', /401.*expired or revoked/],
    ['missing-permission', 'ci-forbidden', 'credentials', /lacks actions: read/],
    ['missing-permission-pat', 'ci-forbidden', 'credentials', /lacks actions: read/],
    ['missing-admin-rights', 'ci-forbidden', 'credentials', /lacks the scope repo/],
    ['saml', 'ci-sso-required', 'credentials', /single sign-on/],
    ['rate-limit-primary', 'ci-rate-limited', 'world', /used up \(5000 requests an hour\) until \d{4}-\d\d-\d\d \d\d:\d\d UTC/],
    ['rate-limit-secondary', 'ci-rate-limited', 'world', /secondary rate limit\) for 60 seconds/],
    ['rate-limit-secondary-429', 'ci-rate-limited', 'world', /secondary rate limit\) for 60 seconds/],
    ['not-found', 'ci-not-found', 'world', /knows no run 777 of acme\/app: there is none, or the token has no access/],
  ])('%s: %s', async (fault, code, kind, message) => {
    const fake = await start(failing([{ match: RUN, fault, times: 1 }]))
    expect(await troubleOf(gather(fake))).toMatchObject({ code, kind, message: expect.stringMatching(message) })
    expect(asked(fake)).toEqual(['actions/runs/777'])
  })

  it('a run that does not exist', async () => {
    const fake = await start(failing([]))
    expect(await troubleOf(gather(fake, { ref: 'acme/app#1' }))).toMatchObject({ code: 'ci-not-found' })
    expect(await troubleOf(gather(fake, { options: { attempt: '4' } }))).toMatchObject({
      message: expect.stringContaining('attempt 4 of run 777'),
    })
    expect(await troubleOf(gather(fake, { ref: 'acme/other#777' }))).toMatchObject({ code: 'ci-not-found' })
  })

  it('a private run without a token', async () => {
    const fake = await start(aWorld({ private: true, runs: [aRun({ id: 777 })] }))
    expect(await troubleOf(gather(fake, { github: { token: undefined } }))).toMatchObject({
      message: expect.stringContaining('no token was given'),
    })
  })

  it('an outage that lasts', async () => {
    const fake = await start(failing([{ match: RUN, fault: 'bad-gateway' }]))
    expect(await troubleOf(gather(fake))).toMatchObject({
      code: 'ci-down',
      message: expect.stringMatching(/^GitHub answered 502/),
    })
    expect(asked(fake)).toHaveLength(4)
  })

  it('jobs that cannot be listed', async () => {
    const fake = await start(failing([{ match: '/attempts/1/jobs', fault: 'missing-permission', times: 1 }]))
    expect(await troubleOf(gather(fake))).toMatchObject({ code: 'ci-forbidden' })
  })

  it('a server that answers something else', async () => {
    const fake = await start(failing([]))
    const fetch: typeof globalThis.fetch = async () =>
      new Response('<html>log in first</html>', { headers: { 'content-type': 'text/html' } })
    expect(await troubleOf(gather(fake, { github: { fetch } }))).toMatchObject({ code: 'ci-not-github' })
  })

  it('no network', async () => {
    const fake = await start(failing([]))
    let tries = 0
    const fetch: typeof globalThis.fetch = async () => {
      tries++
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }) })
    }
    expect(await troubleOf(gather(fake, { github: { fetch } }))).toMatchObject({ code: 'ci-unreachable' })
    expect(tries).toBe(1)
  })

  it('a closed port', async () => {
    const fake = await start(failing([]))
    const apiUrl = await deadUrl()
    const message = `${apiUrl.replace('http://', '')} could not be reached (ECONNREFUSED)`
    expect(await troubleOf(gather(fake, { github: { apiUrl } }))).toMatchObject({ code: 'ci-unreachable', message })
  })
})

describe('that pass are waited out', () => {
  it.each<[string, FaultRule]>([
    ['5xx', { match: RUN, fault: 'bad-gateway', times: 3 }],
    ['503', { match: RUN, fault: 'service-unavailable', times: 1 }],
    ['a short secondary limit', { match: RUN, fault: 'rate-limit-secondary', retryAfterSeconds: 2, times: 1 }],
    ['a short secondary limit told by 429', { match: RUN, fault: 'rate-limit-secondary-429', retryAfterSeconds: 2, times: 1 }],
    ['a primary limit about to end', { match: RUN, fault: 'rate-limit-primary', resetInSeconds: 3, times: 1 }],
    ['an answer cut off', { match: RUN, fault: 'cut-body', times: 1 }],
    ['a page of jobs cut off', { match: '/attempts/1/jobs', fault: 'cut-body', times: 1 }],
    ['a slow answer', { match: RUN, fault: 'slow', delayMs: 300, times: 1 }],
  ])('%s', async (_, fault) => {
    const fake = await start(failing([fault]))
    const file = await gather(fake)
    expect(file.logs).toMatchObject([{ job: 'unit', size: { lines: 2 } }])
  })

  it('an answer that is too slow is asked for again', async () => {
    const fake = await start(failing([{ match: RUN, fault: 'slow', delayMs: 2000, times: 1 }]))
    expect((await gather(fake, { github: { timeoutMs: 300 } })).logs).toHaveLength(1)
  })
})

describe('of a part leave the rest', () => {
  it.each<[string, FaultRule, string, RegExp]>([
    ['annotations', { match: 'annotations', fault: 'missing-permission', times: 1 }, 'ci-forbidden', /lacks checks: read/],
    ['changes', { match: /\/commits\//, fault: 'missing-permission-pat', times: 1 }, 'ci-forbidden', /lacks contents: read/],
    ['history', { match: /workflows\/77\/runs/, fault: 'missing-permission', times: 1 }, 'ci-forbidden', /lacks actions: read/],
  ])('%s', async (_, fault, code, text) => {
    const fake = await start(failing([fault]))
    const file = await gather(fake)
    expect(file.logs).toHaveLength(1)
    expect(file.notes).toContainEqual({ code, text: expect.stringMatching(text) })
  })

  it('a rate limit in the middle stops the asking, once', async () => {
    const jobs = Array.from({ length: 12 }, (_, n) =>
      aJob({ id: 100 + n, name: `unit ${n}`, conclusion: 'failure', annotations: [{ message: 'exit 1' }] }),
    )
    const fake = await start(
      aWorld({ runs: [aRun({ id: 777, jobs })], faults: [{ match: '/logs', fault: 'rate-limit-primary' }] }),
    )
    const file = await gather(fake)
    expect(file.jobs).toHaveLength(12)
    expect(file.logs).toEqual([])
    expect(codes(file).filter(code => code === 'ci-rate-limited')).toHaveLength(1)
    expect(asked(fake).filter(path => path.endsWith('/logs')).length).toBeLessThanOrEqual(4)
  })
})
