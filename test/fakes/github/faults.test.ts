import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aJob, aRun, aWorld } from './builders.ts'
import { ask, download } from './client.ts'
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts'
import type { FaultRule } from './fault-rule.ts'

let github: FakeGitHub
afterEach(() => github.stop())

async function start(...faults: FaultRule[]): Promise<void> {
  github = await startFakeGitHub(aWorld({ faults, runs: [aRun({ id: 777, jobs: [aJob({ id: 42 })] })] }))
}

const RUN = '/actions/runs/777'
const LOGS = '/actions/jobs/42/logs'

describe('refusals', () => {
  it.each([
    ['missing-permission', 403, 'Resource not accessible by integration', { 'x-accepted-github-permissions': 'actions=read' }],
    ['missing-permission-pat', 403, 'Resource not accessible by personal access token', {}],
    ['missing-admin-rights', 403, 'Must have admin rights to Repository.', { 'x-accepted-oauth-scopes': 'repo' }],
    ['rate-limit-primary', 403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' }],
    ['rate-limit-secondary', 403, 'secondary rate limit', { 'retry-after': '60' }],
    ['rate-limit-secondary-429', 429, 'secondary rate limit', { 'retry-after': '60' }],
    ['saml', 403, 'organization SAML enforcement', { 'x-github-sso': expect.stringContaining('/orgs/acme/sso') }],
    ['run-in-progress', 403, 'This workflow is already running', {}],
    ['run-cannot-be-retried', 403, 'cannot be retried', {}],
    ['run-too-old', 403, 'over a month ago', {}],
    ['not-found', 404, 'Not Found', {}],
    ['logs-gone', 410, 'Server Error', {}],
    ['bad-credentials', 401, 'Bad credentials', {}],
    ['server-error', 500, 'Server Error', {}],
    ['bad-gateway', 502, '<title>502 Bad Gateway</title>', { 'content-type': 'text/html' }],
    ['service-unavailable', 503, 'Service unavailable', { 'retry-after': '1' }],
  ] as const)('%s is %i', async (fault, status, text, headers) => {
    await start({ match: /runs\/777/, times: 1, fault })
    const refused = await ask(github, RUN)
    expect(refused.status).toBe(status)
    expect(refused.text).toContain(text)
    expect(Object.fromEntries(refused.headers)).toMatchObject(headers)
    expect((await ask(github, RUN)).status).toBe(200)
    expect(github.violations).toEqual([])
    expect(github.unusedFaults()).toEqual([])
  })

  it('takes numbers from the rule', async () => {
    await start(
      { match: RUN, times: 1, fault: 'rate-limit-secondary', retryAfterSeconds: 7 },
      { match: RUN, times: 1, fault: 'rate-limit-primary', resetInSeconds: 9 },
    )
    expect((await ask(github, RUN)).headers.get('retry-after')).toBe('7')
    const reset = Number((await ask(github, RUN)).headers.get('x-ratelimit-reset'))
    expect(Math.abs(reset - Date.now() / 1000 - 9)).toBeLessThan(3)
  })

  it('names the permission a write needs', async () => {
    await start({ match: 'rerun', fault: 'missing-permission' })
    const refused = await ask(github, `${RUN}/rerun`, { method: 'POST' })
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('actions=write')
    expect(github.run(777).attempts).toHaveLength(1)
  })
})

describe('rules', () => {
  it('are used up in order, for ever without a number of times', async () => {
    await start(
      { match: RUN, times: 2, fault: 'bad-gateway' },
      { match: RUN, times: 1, fault: 'not-found' },
      { match: /never/, times: 1, fault: 'saml' },
      { match: /\/jobs$/, fault: 'server-error' },
    )
    const statuses: number[] = []
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await ask(github, RUN)).status)
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await ask(github, `${RUN}/jobs`)).status)
    expect(statuses).toEqual([502, 502, 404, 200, 500, 500, 500])
    expect(github.unusedFaults()).toMatchObject([{ fault: 'saml' }])
  })

  it('can name a page by its query and a method', async () => {
    await start({ match: /jobs\?.*page=2/, fault: 'bad-gateway' }, { match: RUN, method: 'POST', fault: 'missing-permission' })
    expect((await ask(github, `${RUN}/jobs?per_page=1`)).status).toBe(200)
    expect((await ask(github, `${RUN}/jobs?per_page=1&page=2`)).status).toBe(502)
    expect((await ask(github, RUN)).status).toBe(200)
    expect((await ask(github, `${RUN}/rerun`, { method: 'POST' })).status).toBe(403)
  })

  it('can be added later', async () => {
    await start()
    github.addFaults({ match: RUN, times: 1, fault: 'not-found' })
    expect((await ask(github, RUN)).status).toBe(404)
  })
})

describe('mishaps', () => {
  const signed = async () => (await ask(github, LOGS)).headers.get('location') ?? ''

  it('cut-body breaks the connection in an answer of the API', async () => {
    await start({ match: RUN, times: 1, fault: 'cut-body', afterBytes: 20 })
    await expect(ask(github, RUN)).rejects.toThrow()
    expect((await ask(github, RUN)).status).toBe(200)
  })

  it('cut-body on a log lets the redirect through and breaks the download after so many bytes', async () => {
    await start({ match: /jobs\/42\/logs/, times: 1, fault: 'cut-body', afterBytes: 20 })
    const response = await fetch(await signed())
    expect(response.status).toBe(200)
    const received: Uint8Array[] = []
    await expect(async () => {
      for await (const chunk of response.body ?? []) received.push(chunk)
    }).rejects.toThrow()
    expect(Buffer.concat(received)).toHaveLength(20)
    expect((await download(await signed())).status).toBe(200)
  })

  it('truncated-zip ends the archive early under a fitting length', async () => {
    await start({ match: `${RUN}/logs`, times: 1, fault: 'truncated-zip' })
    const first = await download((await ask(github, `${RUN}/logs`)).headers.get('location') ?? '')
    const second = await download((await ask(github, `${RUN}/logs`)).headers.get('location') ?? '')
    expect(first.status).toBe(200)
    expect(first.bytes).toEqual(second.bytes.subarray(0, Math.floor(second.bytes.length / 2)))
  })

  it('slow delays the answer, at the storage if asked', async () => {
    await start(
      { match: RUN, times: 1, fault: 'slow', delayMs: 80 },
      { match: LOGS, times: 1, fault: 'slow', at: 'storage', delayMs: 80 },
    )
    expect(await millisecondsOf(() => ask(github, RUN))).toBeGreaterThan(70)
    const location = await signed()
    expect(await millisecondsOf(() => download(location))).toBeGreaterThan(70)
  })

  it('a client may give up on a slow answer, and the server stops all the same', async () => {
    await start({ match: RUN, fault: 'slow', delayMs: 60_000 })
    await expect(fetch(`${github.url}/repos/acme/app${RUN}`, { signal: AbortSignal.timeout(30) })).rejects.toThrow()
    await sleep(10)
  })

  it('dead-redirect leads to where nobody listens', async () => {
    await start({ match: LOGS, times: 1, fault: 'dead-redirect' })
    await expect(download(await signed())).rejects.toThrow('fetch failed')
    expect((await download(await signed())).status).toBe(200)
  })

  it('expired-link is refused by the storage', async () => {
    await start({ match: LOGS, times: 1, fault: 'expired-link' })
    const { status, text } = await download(await signed())
    expect([status, text]).toEqual([403, expect.stringContaining('AuthenticationFailed')])
  })

  it('storage can fail too', async () => {
    await start({ match: LOGS, times: 1, at: 'storage', fault: 'service-unavailable' })
    expect((await download(await signed())).status).toBe(503)
    expect(github.violations).toEqual([])
  })
})

async function millisecondsOf(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}

describe('what takes effect and what does not', () => {
  it.each([
    ['cut-request', 1],
    ['cut-answer', 2],
    ['server-error-after', 2],
    ['conflict', 1],
  ] as const)('%s leaves %i attempts', async (fault, attempts) => {
    await start({ match: 'rerun', times: 1, fault })
    await ask(github, `${RUN}/rerun`, { method: 'POST' }).catch(() => undefined)
    expect(github.run(777).attempts).toHaveLength(attempts)
    expect(github.violations).toEqual([])
    expect(github.unusedFaults()).toEqual([])
  })

  it('what comes late takes effect after the client has gone', async () => {
    await start({ match: 'rerun', times: 1, fault: 'late', delayMs: 100 })
    const asked = fetch(`${github.url}/repos/acme/app${RUN}/rerun`, {
      method: 'POST',
      headers: { authorization: `Bearer ${github.token}` },
      signal: AbortSignal.timeout(20),
    })
    await expect(asked).rejects.toThrow()
    expect(github.run(777).attempts).toHaveLength(1)
    await vi.waitFor(() => expect(github.run(777).attempts).toHaveLength(2))
  })
})
