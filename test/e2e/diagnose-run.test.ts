import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diagnosisSchema } from '../../src/core/report/schema.ts'
import { aJob, aRun, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import type { World } from '../fakes/github/world.ts'
import { tempFolder } from '../temp-folder.ts'
import { logText, RED, RED_RULE } from './logs.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
let github: FakeGitHub | undefined
beforeEach(() => {
  folder = tempFolder()
})
afterEach(async () => {
  folder[Symbol.dispose]()
  await github?.stop()
  expect(github?.violations ?? []).toEqual([])
  github = undefined
})

const STEPS = [{ name: 'Set up job' }, { name: 'Install dependencies', conclusion: 'failure' as const }, { name: 'Complete job' }]
const red = (input: Parameters<typeof aJob>[0] = {}) =>
  aJob({ id: 42, name: 'unit', conclusion: 'failure', steps: STEPS, log: logText(RED), ...input })
const world = (faults: FaultRule[] = [], job = red()) =>
  aWorld({ faults, runs: [aRun({ id: 777, jobs: [job, aJob({ name: 'lint' })] })] })

interface Calling {
  readonly args?: readonly string[]
  readonly token?: string | null
  readonly env?: Readonly<Record<string, string>>
}

/** `sherpa diagnose acme/app#777 --json` against a GitHub of this world. */
async function diagnose(declared: World, { args = ['acme/app#777'], token, env = {} }: Calling = {}) {
  github = await startFakeGitHub(declared)
  const given = token === null ? {} : { GITHUB_TOKEN: token ?? github.token }
  const { stdout, stderr, exitCode } = await sherpa(['diagnose', ...args, '--json'], {
    cwd: folder.path,
    env: { GITHUB_API_URL: github.url, GH_CONFIG_DIR: folder.path, ...given, ...env },
  })
  expect(stdout + stderr).not.toContain(github.token)
  const answer = stdout === '' ? undefined : JSON.parse(stdout)
  if (answer) expect(diagnosisSchema.safeParse(answer).error).toBeUndefined()
  return { answer, stderr, exitCode }
}

describe('a run that failed', () => {
  test('is gathered and diagnosed; the step has the name that the workflow gives it', async () => {
    const { answer, stderr, exitCode } = await diagnose(world())
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
    expect(answer).toMatchObject({
      source: { kind: 'github' },
      run: { repository: 'acme/app', run: 777, attempt: 1, conclusion: 'failure' },
      category: 'dependency',
      stats: { jobs: 2, failedJobs: 1, logs: 1 },
    })
    expect(answer.failures[0]).toMatchObject({ rule: RED_RULE, job: 'unit', step: 'Install dependencies', lines: [34, 52] })
  })

  test.each([
    ['its URL', ['https://github.com/acme/app/actions/runs/777']],
    ['its id and repository', ['777', '--repo', 'acme/app']],
    ['one of its jobs', ['acme/app#777', '--job', 'unit']],
    ['one of its attempts', ['acme/app#777', '--attempt', '1']],
  ])('by %s', async (_, args) => {
    expect(await diagnose(world(), { args })).toMatchObject({ exitCode: 1, answer: { category: 'dependency' } })
  })

  test('by its id alone, where the folder has a remote', async () => {
    execFileSync('git', ['init', '--quiet'], { cwd: folder.path })
    execFileSync('git', ['remote', 'add', 'origin', 'https://github.com/acme/app.git'], { cwd: folder.path })
    expect(await diagnose(world(), { args: ['777'] })).toMatchObject({ exitCode: 1, answer: { run: { repository: 'acme/app' } } })
  })

  test('with the token of gh, where no variable holds one', async () => {
    chmodSync(folder.write('bin/gh', '#!/bin/sh\n[ "$1 $2" = "auth token" ] && echo fake-token\n'), 0o755)
    const env = { PATH: `${join(folder.path, 'bin')}${delimiter}${process.env['PATH']}` }
    const secret = { ...world(), repositories: world().repositories.map(repository => ({ ...repository, private: true })) }
    expect(await diagnose(secret, { token: null, env })).toMatchObject({ exitCode: 1, answer: { category: 'dependency' } })
  })

  test('is compared with the newest green run', async () => {
    const green = aRun({ id: 776, createdAt: '2026-01-01T00:00:00Z', jobs: [aJob({ name: 'unit', log: 'fine\n' })] })
    const both = aWorld({ runs: [green, aRun({ id: 777, jobs: [red()] })] })
    expect((await diagnose(both)).answer.stats.compared).toBe(true)
  })
})

describe('a run that did not fail', () => {
  test('ends with 0', async () => {
    const passed = aWorld({ runs: [aRun({ id: 777, jobs: [aJob({ name: 'unit', log: 'error: tolerated\n' })] })] })
    expect(await diagnose(passed)).toMatchObject({ exitCode: 0, answer: { failures: [], run: { conclusion: 'success' } } })
  })

  test('yet: what is over is diagnosed, the rest noted', async () => {
    const jobs = [red(), aJob({ name: 'slow', status: 'in_progress' })]
    const { answer, exitCode } = await diagnose(aWorld({ runs: [aRun({ id: 777, jobs })] }))
    expect(exitCode).toBe(1)
    expect(answer.run).toMatchObject({ status: 'in_progress' })
    expect(answer.failures[0]).toMatchObject({ rule: RED_RULE })
    expect(answer.notes.length).toBeGreaterThan(0)
  })
})

describe('what a log does not show', () => {
  test('an expired log: the failed step is all there is', async () => {
    const { answer, exitCode } = await diagnose(world([], red({ logGone: true, log: null })))
    expect(exitCode).toBe(1)
    expect(answer.failures).toMatchObject([
      {
        category: 'unknown',
        job: 'unit',
        step: 'Install dependencies',
        lines: null,
        title: 'job unit failed in step Install dependencies',
      },
    ])
    expect(answer.notes.map((note: { code: string }) => note.code)).toContain('log-expired')
  })

  test.each([
    [
      'The hosted runner lost communication with the server. Anything in your workflow that terminates the runner process',
      'runner',
    ],
    ['The job running on runner GitHub Actions 7 has exceeded the maximum execution time of 360 minutes.', 'timeout'],
    [
      'You are running out of disk space. The runner will stop working when the machine runs out of disk space. No space left on device',
      'resource',
    ],
  ])('an annotation: %s', async (message, category) => {
    const job = red({ logGone: true, log: null, annotations: [{ message }] })
    const { answer, exitCode } = await diagnose(world([], job))
    expect(exitCode).toBe(1)
    expect(answer.failures[0]).toMatchObject({
      category,
      job: 'unit',
      lines: null,
      message: expect.stringContaining(message.slice(0, 60)),
    })
    expect(answer.highlights).toEqual([])
  })
})

describe('what GitHub refuses', () => {
  test.each<[FaultRule['fault'], number, RegExp]>([
    ['bad-credentials', 4, /^✖ GitHub answered 401 .*\[ci-unauthenticated\]\nhint: /],
    ['missing-permission', 4, /^✖ GitHub answered 403 .*actions: read.*\[ci-forbidden\]\nhint: /],
    ['saml', 4, /^✖ .*single sign-on.*\[ci-sso-required\]\nhint: /],
    ['not-found', 3, /^✖ .*knows no run 777 of acme\/app.*\[ci-not-found\]\n/],
    ['rate-limit-primary', 3, /^✖ .*used up.*\[ci-rate-limited\]\n/],
  ])('%s ends with %i and one sentence', async (fault, exitCode, message) => {
    const told = await diagnose(world([{ match: /runs\/777$/, fault, times: 1 }]))
    expect(told).toMatchObject({ answer: undefined, exitCode })
    expect(told.stderr).toMatch(message)
    expect(told.stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
  })

  test('a private run without a token', async () => {
    const secret = { ...world(), repositories: world().repositories.map(repository => ({ ...repository, private: true })) }
    const told = await diagnose(secret, { token: null, env: { PATH: '' } })
    expect(told.exitCode).toBeGreaterThanOrEqual(3)
    expect(told.stderr).toContain('no token was given')
  })

  test('nobody answers', async () => {
    const { stdout, stderr, exitCode } = await sherpa(['diagnose', 'acme/app#777', '--json'], {
      cwd: folder.path,
      env: { GITHUB_API_URL: 'http://127.0.0.1:1', GITHUB_TOKEN: 'x'.repeat(40) },
    })
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 3 })
    expect(stderr).toMatch(/^✖ .*127\.0\.0\.1:1.*\[[a-z-]+\]\n/)
    expect(stderr).not.toContain('x'.repeat(40))
  })

  test('the rights to the log alone: what is known without it is told', async () => {
    const { answer, exitCode } = await diagnose(world([{ match: /\/jobs\/42\/logs/, fault: 'missing-admin-rights' }]))
    expect(exitCode).toBe(1)
    expect(answer.failures[0]).toMatchObject({ job: 'unit', step: 'Install dependencies', lines: null })
    expect(answer.notes.map((note: { code: string }) => note.code)).toContain('ci-forbidden')
  })
})

test('a number that is neither a file nor a run of a known repository', async () => {
  const { stderr, exitCode } = await sherpa(['diagnose', '777'], {
    cwd: folder.path,
    env: { GIT_CEILING_DIRECTORIES: folder.path },
  })
  expect(exitCode).toBe(2)
  expect(stderr).toMatch(/^✖ .*\[[a-z-]+\]\nhint: .*--repo/)
})
