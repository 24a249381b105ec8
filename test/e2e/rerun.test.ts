/** What is asked for by name, and what hangs, against a GitHub that acts. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCommit, aJob, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { JobData, JobInput, World } from '../fakes/github/world.ts'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

const RESET = [
  '##[group]Run npm ci',
  '##[endgroup]',
  'npm error code ECONNRESET',
  'npm error network Invalid response body while trying to fetch https://registry.example.test/lodash: aborted',
  '##[error]Process completed with exit code 1.',
]
const BROKEN = ['##[group]Run tsc', '##[endgroup]', 'src/a.ts(1,1): error TS2304: Cannot find name a.', ...RESET.slice(-1)]
const DAMAGED = [
  '##[group]Run npm ci',
  '##[endgroup]',
  'Cache restored from key: npm-linux-1',
  'npm error code EINTEGRITY',
  'npm error sha512-aaaa integrity checksum failed when using sha512: wanted sha512-aaaa but got sha512-bbbb. (12 bytes)',
  '##[error]Process completed with exit code 1.',
]
const NOW = '2026-03-02T12:00:00Z'
const PATH = '.github/workflows/ci.yml'
const WORKFLOW = 'on: push\njobs:\n  unit:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm ci\n'

let folder: ReturnType<typeof tempFolder>
let github: FakeGitHub
beforeEach(() => {
  folder = tempFolder()
})
afterEach(async () => {
  folder[Symbol.dispose]()
  await github.stop()
  expect(github.violations).toEqual([])
})

const STEPS = [{ name: 'Set up job' }, { name: 'Run npm ci', conclusion: 'failure' as const }]
const unit = (log: readonly string[], name = 'unit') => aJob({ name, conclusion: 'failure', steps: STEPS, log: log.join('\n') })

interface Given {
  readonly jobs: JobData[]
  readonly rerunsEnd?: Record<string, JobInput>[]
  readonly world?: object
}

async function start({ jobs, rerunsEnd = [], world = {} }: Given): Promise<void> {
  const commits = [aCommit({ sha: aSha('head'), message: 'head', tree: { [PATH]: WORKFLOW } })]
  const declared: World = aWorld({ commits, now: NOW, runs: [aRun({ id: 777, rerunsEnd, jobs })], ...world })
  github = await startFakeGitHub(declared)
}

/** @param config of sherpa.yml */
async function run(args: readonly string[], config = 'policy:\n  preset: auto-rerun\n') {
  writeFileSync(join(folder.path, 'sherpa.yml'), config)
  const [command = '', ...rest] = args
  return sherpa([command, 'acme/app#777', '--now', NOW, ...rest], {
    cwd: folder.path,
    env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, XDG_STATE_HOME: join(folder.path, 'state') },
  })
}
const planOf = ({ stdout }: { readonly stdout: string }) => JSON.parse(stdout).plan
const writes = () =>
  github.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path.split('/').slice(5).join('/'))

test('a plan is that of heal, without the diagnosis, and writes nothing', async () => {
  await start({ jobs: [unit(RESET)] })
  const plan = await run(['plan'])
  expect(plan).toMatchObject({ exitCode: 1, stderr: '' })
  expect(plan.stdout).toMatch(/^Plan plan:[0-9a-f]{32}\n {2}✔ re-run the failed jobs — may be done\n/)
  expect(plan.stdout).not.toContain('Invalid response body')
  expect(JSON.parse((await run(['plan', '--json'])).stdout)).toEqual(
    JSON.parse((await run(['heal', '--dry-run', '--json'])).stdout),
  )
  expect(writes()).toEqual([])
  expect(existsSync(join(folder.path, 'state'))).toBe(false)
}, 60_000)

test('nothing failed: there is nothing to plan and nothing to run again', async () => {
  await start({ jobs: [aJob({ name: 'unit' })] })
  expect(await run(['plan'])).toMatchObject({ exitCode: 0 })
  expect(await run(['rerun', '--yes'])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing-failed') })
  expect(writes()).toEqual([])
}, 60_000)

test('a re-run that is asked for logs for debugging and is followed; the same gate holds', async () => {
  await start({ jobs: [unit(RESET)], rerunsEnd: [{}] })
  expect(await run(['rerun', '--dry-run', '--debug'])).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining('✔ re-run the failed jobs with debug logging — may be done'),
  })
  expect(planOf(await run(['rerun', '--yes', '--json'], 'policy:\n  preset: suggest\n')).actions).toMatchObject([
    { verdict: 'deny', reasons: [{ code: 'suggest-only' }] },
  ])
  expect(writes()).toEqual([])
  const done = await run(['rerun', '--yes', '--debug'])
  expect(done).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('healed: attempt 2 ended with success') })
  expect(github.run(777).attempts.map(({ debug }) => debug)).toEqual([false, true])
  expect(writes()).toEqual(['runs/777/rerun-failed-jobs'])
}, 60_000)

test('what only a change mends is run again by nobody but a person', async () => {
  await start({ jobs: [unit(BROKEN)] })
  const config = 'policy:\n  remedies: { rerun-failed-jobs: auto }\n'
  const { stdout, stderr, exitCode } = await run(['rerun', '--yes', '--json'], config)
  expect(JSON.parse(stdout).plan.actions).toMatchObject([{ verdict: 'ask', reasons: [{ code: 'deterministic' }] }])
  expect(stderr).toContain('this needs a person at a terminal')
  expect(exitCode).toBe(1)
  expect(writes()).toEqual([])
}, 60_000)

test('one job is run again by its name; a name that is not there is a mistake', async () => {
  await start({ jobs: [unit(RESET), aJob({ name: 'docs' })], rerunsEnd: [{}] })
  expect(await run(['rerun', '--job', 'gone'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('the run has no job "gone" [job-unknown]\nhint: name one of "unit", "docs"'),
  })
  expect(await run(['rerun', '--job', 'unit', '--all'])).toMatchObject({ exitCode: 2 })
  expect(await run(['rerun', '--job', 'unit', '--yes'])).toMatchObject({ exitCode: 0 })
  expect(writes()).toEqual([expect.stringMatching(/^jobs\/\d+\/rerun$/)])
}, 60_000)

test('a damaged cache is deleted and the job run again, as one action', async () => {
  const caches = [{ id: 5, key: 'npm-linux-1', ref: 'refs/heads/main' }]
  await start({ jobs: [unit(DAMAGED)], rerunsEnd: [{}], world: { caches } })
  const asked = planOf(await run(['plan', '--json']))
  expect(asked.actions[0]).toMatchObject({ remedy: 'rebuild-without-cache', verdict: 'ask', params: { keys: ['npm-linux-1'] } })
  const config = 'policy:\n  remedies: { rebuild-without-cache: auto }\n'
  const done = await run(['heal', '--yes', '--only', 'rebuild-without-cache'], config)
  expect(done).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('healed: attempt 2 ended with success') })
  expect(writes()).toEqual(['caches/5', 'runs/777/rerun-failed-jobs'])
}, 60_000)

test('a job that hangs is proposed to be cancelled, by a limit of sherpa.yml, and is seen to be over', async () => {
  await start({ jobs: [aJob({ name: 'unit', status: 'in_progress', startedAt: '2026-03-02T10:00:00Z' })] })
  const quiet = await run(['heal', '--yes'])
  expect(quiet.exitCode).toBe(0)
  const hung = 'hung: { minutes: 90 }\npolicy:\n  preset: auto-rerun\n'
  expect(planOf(await run(['heal', '--yes', '--json'], hung)).actions).toMatchObject([
    { remedy: 'cancel-run', verdict: 'ask', because: 'unit has run for 120 minutes; it may take 90 minutes' },
  ])
  expect(writes()).toEqual([])
  const done = await run(['heal', '--yes'], 'hung: { minutes: 90 }\npolicy:\n  remedies: { cancel-run: auto }\n')
  expect(done).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('healed: attempt 1 is over: cancelled') })
  expect(writes()).toEqual(['runs/777/cancel'])
}, 60_000)

test('a job hangs that takes far longer than the history knows of it', async () => {
  const past = Array.from({ length: 12 }, (_, i) => ({
    schema: 'sherpa.run/1',
    ...{ repository: 'acme/app', workflow: 'CI', run: i + 1, attempt: 1, branch: 'main', commit: `c${i}`, conclusion: 'success' },
    startedAt: `2026-02-${10 + i}T10:00:00Z`,
    jobs: [
      {
        ...{ name: 'unit', conclusion: 'success', startedAt: `2026-02-${10 + i}T10:00:00Z` },
        completedAt: `2026-02-${10 + i}T10:0${5 + (i % 3)}:00Z`,
      },
    ],
  }))
  await start({ jobs: [aJob({ name: 'unit', status: 'in_progress', startedAt: '2026-03-02T11:20:00Z' })] })
  const store = ['--store', join(folder.path, 'h.db')]
  const input = past.map(document => `${JSON.stringify(document)}\n`).join('')
  expect(await sherpa(['ingest', '-', ...store], { cwd: folder.path, input })).toMatchObject({ exitCode: 0 })
  expect(planOf(await run(['plan', '--json', ...store])).actions).toMatchObject([
    {
      ...{ remedy: 'cancel-run', verdict: 'ask', params: { force: 'no' } },
      because: 'unit has run for 40 minutes; it usually takes 6 minutes, and never more than 7 minutes',
    },
  ])
}, 60_000)

const FULL = ['##[group]Run npm ci', '##[endgroup]', 'npm error ENOSPC: no space left on device, write', ...RESET.slice(-1)]

test('another runner is only proposed with a label that sherpa.yml allows, and is never started without a person', async () => {
  await start({ jobs: [unit(FULL)] })
  const remedies = async (config?: string) => planOf(await run(['plan', '--json'], config)).actions
  expect(await remedies()).not.toContainEqual(expect.objectContaining({ remedy: 'change-runner' }))
  const config = [
    'policy: { remedies: { change-runner: auto } }',
    'dispatch:',
    '  ci.yml: { id: sherpa, runner: { input: runner, labels: [ubuntu-24.04-8-cores] } }',
  ].join('\n')
  expect(await remedies(config)).toContainEqual(
    expect.objectContaining({
      ...{ remedy: 'change-runner', verdict: 'ask', title: 'start ci.yml on main with the runner ubuntu-24.04-8-cores' },
      params: {
        ...{ workflow: 'ci.yml', branch: 'main', inputs: ['runner=ubuntu-24.04-8-cores'], id: 'sherpa' },
        label: 'ubuntu-24.04-8-cores',
      },
    }),
  )
  await run(['heal', '--yes', '--only', 'change-runner'], config)
  expect(writes()).toEqual([])
}, 60_000)

test('a deployment is rolled back by the workflow that sherpa.yml names', async () => {
  const tree = { [PATH]: WORKFLOW.replace('    steps', '    environment: production\n    steps') }
  const failed = [
    '##[group]Run kubectl',
    '##[endgroup]',
    'error: deployment "web" exceeded its progress deadline',
    ...RESET.slice(-1),
  ]
  const commits = [aCommit({ sha: aSha('head'), message: 'head', tree })]
  await start({ jobs: [unit(failed)], world: { commits } })
  const config = 'dispatch:\n  deploy.yml: { id: sherpa, deploys: { environments: [production], commit: commit } }\n'
  const actions = planOf(await run(['plan', '--json', '--only', 'roll-back-deployment'], config)).actions
  expect(actions).toMatchObject([
    {
      title: 'roll production back to what was deployed before, by deploy.yml',
      params: { environment: 'production', commit: aSha('head'), workflow: 'deploy.yml', branch: 'main', input: 'commit' },
      reversible: true,
    },
  ])
  expect(writes()).toEqual([])
}, 60_000)
