import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCommit, aJob, aPullRequest, aRun, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import type { RunData } from '../fakes/github/world.ts'
import { tempFolder } from '../temp-folder.ts'
import { collect, collectArgs, collectEnv, history, hoursAgo, jobRows, rows, worldOf } from './collect-world.ts'
import { failedJob, logText, RED } from './logs.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
let store: string
let github: FakeGitHub
beforeEach(() => {
  folder = tempFolder()
  store = join(folder.path, 'history.db')
})
afterEach(async () => {
  folder[Symbol.dispose]()
  await github.stop()
  expect(github.violations).toEqual([])
})

async function start(runs: RunData[], faults: FaultRule[] = []) {
  github = await startFakeGitHub(worldOf(runs, faults))
}

describe('the past of a repository', () => {
  test('runs, every attempt with what it ran itself, jobs, steps, and failures out of logs', async () => {
    await start(history(20))
    const { counts, stderr, exitCode } = await collect(github, store)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(counts).toMatchObject({ repository: 'acme/app', runs: 20, attempts: 22, jobs: 42, notes: [] })
    const stored = jobRows(store)
    expect(stored).toHaveLength(42)
    expect(stored.filter(({ run }) => run === 1010)).toEqual([
      { run: 1010, attempt: 1, job: 'lint', conclusion: 'success', started: 1, steps: 3, failures: 0 },
      { run: 1010, attempt: 1, job: 'unit', conclusion: 'failure', started: 1, steps: 3, failures: expect.any(Number) },
      { run: 1010, attempt: 2, job: 'unit', conclusion: 'success', started: 1, steps: 3, failures: 0 },
    ])
    expect(rows(store, 'select distinct rule from failure where position = 0')).toEqual([{ rule: 'npm/eresolve' }])
    expect(rows(store, 'select triggered_by from attempt where number = 2')).toEqual([
      { triggered_by: 'ada' },
      { triggered_by: 'ada' },
    ])
  })

  test('a few green logs of each job to compare with, and the image that they name', async () => {
    await start(history(20))
    const { counts } = await collect(github, store)
    expect(counts.logs).toBe(4 + 2 * 3)
    expect(rows(store, 'select count(*) > 0 as some from green_line')).toEqual([{ some: 1 }])
    expect(rows(store, "select count(*) as jobs from job join runner on runner.id = runner_id where version <> ''")).not.toEqual([
      { jobs: 0 },
    ])
  })

  test('of each log the tests that failed, the caches, and the lines that no green one has', async () => {
    const log = failedJob('Cache restored from key: npm-1a', '  1 failing', '  2 passing', '', '  1) cart adds tax:')
    const red = aRun({ id: 2000, createdAt: hoursAgo(0.5), jobs: [aJob({ name: 'unit', conclusion: 'failure', log })] })
    await start([red, ...history(4)])
    await collect(github, store)
    expect(rows(store, "select value from job_metric where name = 'cacheHits'")).toEqual([{ value: 1 }])
    const counted = rows(
      store,
      'select new_lines > 0 as some from job join attempt on attempt.id = attempt_id join run on run.id = run_id where run.number = 2000',
    )
    expect(counted).toEqual([{ some: 1 }])
  })

  test('what those changed that failed, and the newest green one before each; asked once', async () => {
    await start(history(20))
    const { counts } = await collect(github, store)
    expect(counts).toMatchObject({ changes: 7, notes: [] })
    const changed = 'select number as run, file, parents from change join run on run.id = run_id order by number'
    expect(rows(store, changed)).toEqual(
      [1005, 1006, 1010, 1011, 1015, 1016, 1020].map(run => ({ run, file: `src/${run}.ts`, parents: `["${'b'.repeat(40)}"]` })),
    )
    const asked = () => github.requests.filter(({ path }) => path.includes('/commits/')).length
    expect(asked()).toBe(7)
    expect((await collect(github, store)).counts).toMatchObject({ changes: 0 })
    expect(asked()).toBe(7)
  })

  test('what a pull request changed, compared with its base', async () => {
    const commits = [
      aCommit({ sha: 'b'.repeat(40), files: [{ filename: 'base.ts' }] }),
      aCommit({ sha: 'c'.repeat(40), parents: ['b'.repeat(40)], files: [{ filename: 'first.ts' }] }),
      aCommit({ sha: 'd'.repeat(40), parents: ['c'.repeat(40)], files: [{ filename: 'second.ts' }] }),
    ]
    const pull = { number: 7, headSha: 'd'.repeat(40), baseSha: 'b'.repeat(40), baseBranch: 'main', headBranch: 'fix' }
    const red = aRun({
      id: 1,
      createdAt: hoursAgo(1),
      event: 'pull_request',
      headBranch: 'fix',
      headSha: pull.headSha,
      pullRequests: [7],
      jobs: [aJob({ name: 'unit', conclusion: 'failure', log: logText(RED) })],
    })
    github = await startFakeGitHub(
      aWorld({
        now: '2026-03-05T12:00:00Z',
        runs: [red],
        commits,
        branches: { main: pull.baseSha },
        pulls: [aPullRequest(pull)],
      }),
    )
    expect((await collect(github, store)).counts).toMatchObject({ changes: 1, notes: [] })
    expect(rows(store, 'select file from change order by file')).toEqual([{ file: 'first.ts' }, { file: 'second.ts' }])
  })

  test('what changed cannot be had: a note, and no more questions', async () => {
    await start(history(30), [{ match: /\/commits\//, fault: 'missing-permission' }])
    const { counts, exitCode } = await collect(github, store)
    expect(exitCode).toBe(0)
    expect(counts).toMatchObject({
      runs: 30,
      changes: 0,
      notes: [{ code: 'ci-forbidden', text: expect.stringMatching(/contents: read/) }],
    })
    expect(github.requests.filter(({ path }) => path.includes('/commits/')).length).toBeLessThan(10)
  })

  test('what changed could not be had for now: the next time it is asked for again', async () => {
    await start(history(10), [{ match: /\/commits\//, fault: 'rate-limit-primary', times: 3 }])
    const first = await collect(github, store, ['--max-wait', '1m'])
    expect(first).toMatchObject({ exitCode: 0, counts: { attempts: 11, changes: 0, notes: [{ code: 'ci-rate-limited' }] } })
    expect((await collect(github, store)).counts).toMatchObject({ attempts: 0, changes: 3, notes: [] })
  })

  test('what an annotation says, though there is no log of it', async () => {
    const message = 'The hosted runner lost communication with the server.'
    const lost = (id: number, hours: number) =>
      aRun({
        id,
        createdAt: hoursAgo(hours),
        jobs: [
          aJob({
            name: 'unit',
            startedAt: hoursAgo(hours),
            conclusion: 'failure',
            logGone: true,
            annotations: [
              { level: 'failure', message },
              { level: 'failure', message: 'The gate said no.', path: 'gate.ts', startLine: 7 },
            ],
          }),
        ],
      })
    await start([lost(2, 0.5), lost(1, 2), ...history(3)])
    await collect(github, store)
    expect(
      rows(store, "select rule, file, line from failure where message like '%gate said%' and rule is not null group by 1, 2, 3"),
    ).toEqual([{ rule: 'github-runner/annotation', file: 'gate.ts', line: 7 }])
    const { stdout } = await sherpa(['history', '--store', store, '--now', '2026-03-05T12:00:00Z', '--json'])
    expect(JSON.parse(stdout).workflows[0].recent[0]).toMatchObject({ run: 2, failures: ['The runner was lost'] })
    const again = await sherpa(['diagnose', 'acme/app#2', '--store', store, '--json'], { env: collectEnv(github) })
    const { failures } = JSON.parse(again.stdout) as { failures: { fingerprint: string }[] }
    expect(rows(store, 'select distinct fingerprint from failure order by position')).toEqual(
      failures.map(({ fingerprint }) => ({ fingerprint })),
    )
  })

  test.each([
    ['none', 0],
    ['all', 42],
  ])('--logs %s', async (which, logs) => {
    await start(history(20))
    expect((await collect(github, store, ['--logs', which])).counts).toMatchObject({ jobs: 42, logs })
  })

  test('no further back than was asked for', async () => {
    await start(history(20))
    expect((await collect(github, store, ['--since', '1d'])).counts.runs).toBeLessThanOrEqual(12)
  })

  test.each(['CI', 'ci', 'ci.yml', '.github/workflows/ci.yml', '77'])('of the workflow %s', async workflow => {
    const other = aRun({
      id: 5,
      workflowId: 78,
      workflowName: 'Nightly',
      path: '.github/workflows/nightly.yml',
      createdAt: hoursAgo(2),
    })
    await start([...history(4), other])
    const { counts } = await collect(github, store, ['--workflow', workflow])
    expect(counts).toMatchObject({ runs: 4 })
  })

  test('an unknown workflow', async () => {
    await start(history(1))
    const { stderr, exitCode } = await collect(github, store, ['--workflow', 'deploy'])
    expect(exitCode).toBe(2)
    expect(stderr).toBe('✖ acme/app has no workflow "deploy" [workflow-unknown]\nhint: give one of: CI\n')
  })

  test('in one line', async () => {
    await start(history(2))
    const { stdout, exitCode } = await sherpa(collectArgs(store), { env: collectEnv(github) })
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /^acme\/app: 2 runs listed, 2 attempts stored, 4 jobs, \d logs read, 0 failures, 0 changes; \d+ requests, 0 unchanged\n$/,
    )
  })

  test('without a secret in it', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`
    const log = failedJob(`npm error token ${secret} was refused`, 'Error: connect ECONNREFUSED 10.0.0.7:443')
    await start([
      aRun({
        id: 7,
        createdAt: hoursAgo(1),
        title: secret,
        headBranch: `fix-${secret}`,
        jobs: [aJob({ name: 'unit', conclusion: 'failure', log })],
      }),
    ])
    await collect(github, store)
    const { stdout } = await sherpa(['store', 'export', '--store', store])
    expect(stdout).toContain('"table":"failure"')
    expect(stdout).not.toContain(secret)
  })
})

describe('once more', () => {
  test('asks only whether the lists changed, which costs nothing', async () => {
    await start(history(20))
    await collect(github, store)
    const before = jobRows(store)
    const asked = github.requests.length
    const { counts } = await collect(github, store)
    expect(counts).toMatchObject({ runs: 0, attempts: 0, requests: { answered: 5, unchanged: 5 } })
    expect(github.requests.slice(asked).map(({ status }) => status)).toEqual([304, 304, 304, 304, 304])
    expect(jobRows(store)).toEqual(before)
  })

  test('takes in what came since, and what was run again', async () => {
    const going = aRun({
      id: 7,
      createdAt: hoursAgo(1),
      jobs: [aJob({ name: 'unit', status: 'in_progress', startedAt: hoursAgo(1) })],
    })
    await start([...history(5), going])
    expect((await collect(github, store)).counts).toMatchObject({ runs: 6, attempts: 5 })
    github.finishAttempt(7)
    const { counts } = await collect(github, store)
    expect(counts).toMatchObject({ attempts: 1, jobs: 1 })
    expect(jobRows(store).filter(({ run }) => run === 7)).toMatchObject([{ job: 'unit', conclusion: 'success' }])
  })

  test('with logs after a first time without', async () => {
    await start(history(20))
    await collect(github, store, ['--logs', 'none'])
    expect(rows(store, 'select * from failure')).toEqual([])
    expect((await collect(github, store)).counts).toMatchObject({ attempts: 4, logs: 4 + 3 })
    expect(rows(store, 'select count(distinct job_id) as jobs from failure')).toEqual([{ jobs: 4 }])
  })

  test('after the history was pruned', async () => {
    await start(history(20))
    await collect(github, store)
    await sherpa(['store', 'prune', '--older-than', '1d', '--now', '2026-03-05T12:00:00Z', '--store', store])
    await collect(github, store)
    expect(jobRows(store)).toHaveLength(42)
  })
})

test('two at once: no lock reaches the user, and nothing is there twice', async () => {
  await start(history(30))
  const both = await Promise.all([collect(github, store), collect(github, store)])
  for (const { stderr, exitCode } of both) expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  expect(jobRows(store)).toHaveLength(63)
})

describe('what GitHub refuses', () => {
  test.each<[FaultRule['fault'], number, RegExp]>([
    ['bad-credentials', 4, /^✖ GitHub answered 401 .*\[ci-unauthenticated\]\nhint: /],
    ['missing-permission', 4, /^✖ GitHub answered 403 .*actions: read.*\[ci-forbidden\]\nhint: /],
    ['saml', 4, /^✖ .*single sign-on.*\[ci-sso-required\]\nhint: /],
    ['not-found', 3, /^✖ .*knows no repository acme\/app.*\[ci-not-found\]\nhint: /],
  ])('%s ends with %i and one sentence', async (fault, code, message) => {
    await start(history(1), [{ match: /actions\/runs\?/, fault }])
    const { stdout, stderr, exitCode } = await collect(github, store)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code })
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain(github.token)
  })

  test('half way: what is stored stays, and it says so', async () => {
    await start(history(30), [{ match: /runs\/1020\/attempts\/1\/jobs/, fault: 'missing-permission', times: 1 }])
    const { stderr, exitCode } = await collect(github, store)
    expect(exitCode).toBe(4)
    expect(stderr).toMatch(/^\d+ attempts are stored; the same command goes on from there\n✖ GitHub answered 403/)
    expect((await collect(github, store)).exitCode).toBe(0)
    expect(jobRows(store)).toHaveLength(63)
  })

  test('a run that is deleted meanwhile', async () => {
    await start(history(3), [{ match: /runs\/1002\/attempts\/1\/jobs/, fault: 'not-found' }])
    const { counts, exitCode } = await collect(github, store)
    expect(exitCode).toBe(0)
    expect(counts).toMatchObject({ attempts: 2, notes: [{ code: 'run-gone' }] })
  })

  test('expired logs: a note, and the failed step is what is known', async () => {
    const gone = aJob({ name: 'unit', conclusion: 'failure', logGone: true })
    await start([aRun({ id: 7, createdAt: hoursAgo(1), jobs: [gone] })])
    const { counts, exitCode } = await collect(github, store)
    expect(exitCode).toBe(0)
    expect(counts.notes).toEqual([{ code: 'log-expired', text: expect.stringContaining('has expired') }])
    expect(rows(store, 'select title from failure')).toEqual([{ title: 'job unit failed in step Run npm test' }])
  })

  test('no rights to logs: runs and jobs all the same', async () => {
    await start(history(10), [{ match: /\/logs$/, fault: 'missing-permission' }])
    const { counts, exitCode } = await collect(github, store)
    expect(exitCode).toBe(0)
    expect(counts).toMatchObject({ runs: 10, logs: 0 })
    expect(counts.notes.map(({ code }: { code: string }) => code)).toContain('ci-forbidden')
  })
})

describe('a rate limit', () => {
  test.each<[string, FaultRule, RegExp]>([
    [
      'that is used up',
      { match: /actions\/runs\?/, fault: 'rate-limit-primary', resetInSeconds: 1, times: 1 },
      /rate limit is used up: waiting \d seconds?, until/,
    ],
    [
      'for too many at once',
      { match: /1001\/attempts/, fault: 'rate-limit-secondary', retryAfterSeconds: 1, times: 1 },
      /slows this token down: waiting \d seconds?, until/,
    ],
    [
      'for too many at once, as 429',
      { match: /1001\/attempts/, fault: 'rate-limit-secondary-429', retryAfterSeconds: 1, times: 1 },
      /slows this token down/,
    ],
  ])('%s is waited for, and it says so', async (_, fault, message) => {
    await start(history(3), [fault])
    const { stderr, exitCode, counts } = await collect(github, store)
    expect(stderr).toMatch(message)
    expect(exitCode).toBe(0)
    expect(counts).toMatchObject({ runs: 3, jobs: 6 })
  })

  test('of which only the reserve is left', async () => {
    github = await startFakeGitHub({ ...worldOf(history(10)), rateLimit: { limit: 1000, remaining: 25, resetInSeconds: 3 } })
    const { stderr, exitCode } = await collect(github, store)
    expect(stderr).toMatch(
      /^GitHub's rate limit is used up but for a reserve that is left to others: waiting \d seconds?, until .*\n$/,
    )
    expect(exitCode).toBe(0)
    expect(jobRows(store)).toHaveLength(21)
    expect(github.requests.some(({ status }) => status === 403)).toBe(false)
  })

  test('that lasts longer than the patience: what is stored stays', async () => {
    await start(history(30), [{ match: /runs\/1020\/attempts/, fault: 'rate-limit-primary', times: 1 }])
    const { stderr, exitCode } = await collect(github, store, ['--max-wait', '1m'])
    expect(exitCode).toBe(3)
    expect(stderr).toMatch(/attempts are stored.*\n✖ GitHub's rate limit is used up.*until .*\[ci-rate-limited\]\nhint: /)
    expect(jobRows(store).length).toBeGreaterThan(0)
  })
})

test('a folder without a remote', async () => {
  await start([])
  const { stderr, exitCode } = await sherpa(['collect', '--store', store], {
    cwd: folder.path,
    env: { ...collectEnv(github), GIT_CEILING_DIRECTORIES: folder.path },
  })
  expect(exitCode).toBe(2)
  expect(stderr).toBe('✖ this folder has no git remote on a known host [repository-unknown]\nhint: give --repo owner/name\n')
})
