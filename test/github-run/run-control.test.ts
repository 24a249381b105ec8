import { describe, expect, it } from 'vitest'
import type { GitHubOptions } from '../../src/integrations/github/connect.ts'
import { connectGitHubRuns } from '../../src/integrations/github/connect.ts'
import { aJob, aRun, aWorld } from '../fakes/github/builders.ts'
import type { FakeGitHub } from '../fakes/github/fake-github.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import { deadUrl } from '../fakes/github/server/listen.ts'
import { start } from './gathering.ts'

const RUN = 777
const red = () =>
  aRun({
    id: RUN,
    jobs: [
      aJob({ id: 1, name: 'lint' }),
      aJob({ id: 2, name: 'test', conclusion: 'failure' }),
      aJob({ id: 3, name: 'deploy', conclusion: 'skipped', needs: ['test'] }),
    ],
  })
const underWay = () => aRun({ id: RUN, jobs: [aJob({ id: 1, name: 'lint', status: 'in_progress' })] })

const control = (github: FakeGitHub, options: Partial<GitHubOptions> = {}) =>
  connectGitHubRuns({ apiUrl: github.url, token: github.token, waitUnitMs: 2, ...options })
const writes = (github: FakeGitHub) => github.requests.filter(({ method }) => method !== 'GET').length

describe('the newest attempt', () => {
  it('is told with its jobs and who started it', async () => {
    const github = await start(aWorld({ runs: [red()] }))
    const runs = control(github)
    expect((await runs.newestAttempt('acme/app', RUN)).value).toMatchObject({
      attempt: 1,
      status: 'completed',
      conclusion: 'failure',
      triggeredBy: 'mona',
      url: 'https://github.com/acme/app/actions/runs/777',
      jobs: [{ id: 1, name: 'lint', conclusion: 'success' }, { id: 2, conclusion: 'failure' }, { id: 3 }],
    })
    await runs.rerun('acme/app', RUN, 'failed', { debug: false })
    expect((await runs.newestAttempt('acme/app', RUN)).value).toMatchObject({
      attempt: 2,
      status: 'queued',
      conclusion: null,
      triggeredBy: 'github-actions[bot]',
    })
  })

  it('that cannot be had is trouble, not an error', async () => {
    const github = await start(aWorld({ runs: [red()] }))
    const asked = await control(github).newestAttempt('acme/app', 1)
    expect(asked.trouble).toMatchObject({ code: 'ci-not-found' })
  })
})

describe('a rerun', () => {
  it('is of the failed jobs, of one, or of all, with debug logging where that is wanted', async () => {
    const github = await start(aWorld({ runs: [{ ...red(), rerunsEnd: [{ test: { conclusion: 'failure' } }, {}] }] }))
    const runs = control(github)
    const states = () =>
      github
        .run(RUN)
        .attempts.at(-1)
        ?.jobs.map(job => `${job.name} ${job.conclusion ?? job.status}`)
    expect(await runs.rerun('acme/app', RUN, 'failed', { debug: true })).toEqual({ value: null })
    expect(states()).toEqual(['lint success', 'test queued', 'deploy queued'])
    expect(github.run(RUN).attempts.at(-1)?.debug).toBe(true)
    await runs.newestAttempt('acme/app', RUN)
    const { value } = await runs.newestAttempt('acme/app', RUN)
    expect(value).toMatchObject({ attempt: 2, status: 'completed', conclusion: 'failure' })
    const deploy = value?.jobs.find(({ name }) => name === 'deploy')?.id ?? 0
    expect(await runs.rerun('acme/app', RUN, deploy, { debug: false })).toEqual({ value: null })
    expect(states()).toEqual(['lint success', 'test failure', 'deploy queued'])
    expect(github.run(RUN).attempts.at(-1)?.debug).toBe(false)
    github.finishAttempt(RUN)
    expect(await runs.rerun('acme/app', RUN, 'all', { debug: false })).toEqual({ value: null })
    expect(states()).toEqual(['lint queued', 'test queued', 'deploy queued'])
  })
})

describe('a cancellation', () => {
  it('ends a run, by force where it does not obey', async () => {
    const github = await start(aWorld({ runs: [{ ...underWay(), ignoresCancel: true }] }))
    const runs = control(github)
    expect(await runs.cancel('acme/app', RUN, { force: false })).toEqual({ value: null })
    expect(github.run(RUN).attempts.at(-1)?.status).toBe('in_progress')
    expect(await runs.cancel('acme/app', RUN, { force: true })).toEqual({ value: null })
    expect(github.run(RUN).attempts.at(-1)?.conclusion).toBe('cancelled')
    expect(await runs.cancel('acme/app', RUN, { force: false })).toEqual({
      trouble: {
        code: 'ci-conflict',
        kind: 'world',
        message:
          'GitHub answered 409 to POST /repos/acme/app/actions/runs/777/cancel (run 777 of acme/app): ' +
          'Cannot cancel a workflow run that is completed',
        hint: 'look how it stands now',
      },
      mayHaveHappened: false,
    })
  })
})

const RERUN = 'POST /repos/acme/app/actions/runs/777/rerun-failed-jobs'
const LOOK = 'look whether it worked before you try again'

describe('what goes wrong', () => {
  it.each<[FaultRule['fault'], string, boolean, number, string]>([
    ['missing-permission', 'ci-forbidden', false, 1, `GitHub answered 403 to ${RERUN}: the token lacks actions: write`],
    ['missing-permission-pat', 'ci-forbidden', false, 1, `GitHub answered 403 to ${RERUN}: the token lacks actions: write`],
    ['missing-admin-rights', 'ci-forbidden', false, 1, `GitHub answered 403 to ${RERUN}: the token lacks the scope repo`],
    ['run-in-progress', 'run-in-progress', false, 1, 'GitHub does not re-run run 777 of acme/app while it is in progress'],
    ['run-too-old', 'run-too-old', false, 1, 'GitHub does not re-run run 777 of acme/app any more: it is older than 30 days'],
    ['run-cannot-be-retried', 'run-not-retryable', false, 1, 'GitHub does not re-run run 777 of acme/app: This workflow run'],
    ['rate-limit-primary', 'ci-rate-limited', false, 1, "GitHub's rate limit is used up (5000 requests an hour) until"],
    ['rate-limit-secondary', 'ci-rate-limited', false, 1, 'GitHub slows this token down (secondary rate limit) for 1 seconds'],
    ['rate-limit-secondary-429', 'ci-rate-limited', false, 1, 'GitHub slows this token down (secondary rate limit)'],
    ['saml', 'ci-sso-required', false, 1, 'single sign-on'],
    ['bad-credentials', 'ci-unauthenticated', false, 1, `GitHub answered 401 to ${RERUN}`],
    ['not-found', 'ci-not-found', false, 1, 'no run 777 of acme/app'],
    ['conflict', 'ci-conflict', false, 1, `GitHub answered 409 to ${RERUN} (run 777 of acme/app): Conflict`],
    ['unprocessable', 'ci-invalid', false, 1, `GitHub answered 422 to ${RERUN} (run 777 of acme/app): Validation Failed`],
    ['server-error', 'ci-down', true, 1, `GitHub answered 500 to ${RERUN}`],
    ['bad-gateway', 'ci-down', true, 1, `GitHub answered 502 to ${RERUN}`],
    ['service-unavailable', 'ci-down', true, 1, `GitHub answered 503 to ${RERUN}`],
    ['server-error-after', 'ci-down', true, 2, `GitHub answered 500 to ${RERUN}`],
    ['cut-request', 'ci-cut', true, 1, `broke during ${RERUN}`],
    ['cut-answer', 'ci-cut', true, 2, `broke during ${RERUN}`],
    ['slow', 'ci-slow', true, 2, `did not answer ${RERUN} in time`],
    ['late', 'ci-slow', true, 1, `did not answer ${RERUN} in time`],
  ])('%s is %s, and that it happened is possible: %s', async (fault, code, mayHaveHappened, attempts, text) => {
    const rule: FaultRule = {
      match: 'rerun-failed-jobs',
      fault,
      times: 1,
      retryAfterSeconds: 1,
      resetInSeconds: 1,
      delayMs: 1500,
    }
    const github = await start(aWorld({ runs: [red()], faults: [rule] }))
    const done = await control(github, { timeoutMs: 400 }).rerun('acme/app', RUN, 'failed', { debug: false })
    if (!done.trouble) expect.unreachable('it should have failed')
    expect(done).toMatchObject({ mayHaveHappened, trouble: { code, message: expect.stringContaining(text) } })
    expect(done.trouble.message).not.toContain('again and again')
    if (mayHaveHappened) expect(done.trouble.hint).toBe(LOOK)
    expect(writes(github)).toBe(1)
    expect(github.run(RUN).attempts).toHaveLength(attempts)
  })

  it('a server that nobody reaches has done nothing', async () => {
    const github = await start(aWorld({ runs: [red()] }))
    const runs = control(github, { apiUrl: await deadUrl() })
    expect(await runs.rerun('acme/app', RUN, 'all', { debug: false })).toMatchObject({
      mayHaveHappened: false,
      trouble: { code: 'ci-unreachable' },
    })
  })

  it('a run that goes on, is too old, or did not fail, is refused by the server itself', async () => {
    const runsOf = async (run: ReturnType<typeof aRun>) => control(await start(aWorld({ runs: [run] })))
    const refusal = async (run: ReturnType<typeof aRun>) =>
      (await (await runsOf(run)).rerun('acme/app', RUN, 'failed', { debug: false })).trouble?.code
    expect(await refusal(underWay())).toBe('run-in-progress')
    expect(await refusal({ ...red(), createdAt: '2026-01-15T00:00:00Z' })).toBe('run-too-old')
    expect(await refusal(aRun({ id: RUN }))).toBe('run-not-retryable')
    expect(await refusal(aRun({ id: 1 }))).toBe('ci-not-found')
  })
})
