import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCommit, aJob, anIssue, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { JobInput } from '../fakes/github/world.ts'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

const RESET = [
  '##[group]Run npm ci',
  '##[endgroup]',
  'npm error code ECONNRESET',
  'npm error network Invalid response body while trying to fetch https://registry.example.test/lodash: aborted',
  '##[error]Process completed with exit code 1.',
]
const NOW = '2026-03-02T12:00:00Z'
const PATH = '.github/workflows/ci.yml'
const workflow = (step: string) => `on: push\njobs:\n  unit:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${step}\n`

let folder: ReturnType<typeof tempFolder>
let github: FakeGitHub
beforeEach(() => {
  folder = tempFolder()
  writeFileSync(join(folder.path, 'auto.yml'), 'policy:\n  preset: auto-rerun\n')
})
afterEach(async () => {
  folder[Symbol.dispose]()
  await github.stop()
  expect(github.violations).toEqual([])
})

const STEPS = [{ name: 'Set up job' }, { name: 'Run npm ci', conclusion: 'failure' as const }]

async function start(step: string, ...rerunsEnd: Record<string, JobInput>[]): Promise<void> {
  const unit = aJob({ id: 42, name: 'unit', conclusion: 'failure', steps: STEPS, log: RESET.join('\n') })
  const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: workflow(step) } })]
  github = await startFakeGitHub(aWorld({ commits, now: NOW, runs: [aRun({ id: 777, rerunsEnd, jobs: [unit] })] }))
}

const run = (...args: string[]) =>
  sherpa(args, {
    cwd: folder.path,
    env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, XDG_STATE_HOME: join(folder.path, 'state') },
  })
const heal = (...args: string[]) => run('heal', 'acme/app#777', '--config', 'auto.yml', '--now', NOW, ...args)
const writes = () => github.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path.split('/').at(-1))

test('what is transient is run again, followed until it is green, and not done twice', async () => {
  await start('npm ci', {})
  const { stdout, exitCode } = await heal('--yes')
  expect(stdout).toContain('healed: attempt 2 ended with success')
  expect(exitCode).toBe(0)
  expect(github.run(777).attempts.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success'])

  const { stdout: exported } = await run('store', 'export')
  const rows = exported.split('\n').flatMap(line => (line ? [JSON.parse(line)] : []))
  expect(rows.find(({ table }) => table === 'outcome')).toMatchObject({ status: 'healed', verified: true })

  const again = await heal('--yes', '--attempt', '1')
  expect(again.exitCode).toBe(1)
  expect(writes()).toEqual(['rerun-failed-jobs'])
}, 60_000)

test('what would publish twice is not run again, with the line', async () => {
  await start('npm ci && npm publish')
  const { stdout, exitCode } = await heal('--dry-run', '--json')
  expect(exitCode).toBe(1)
  const { plan } = JSON.parse(stdout)
  expect(plan.actions).toMatchObject([{ remedy: 'rerun-failed-jobs', verdict: 'deny', reasons: [{ code: 'unsafe-to-rerun' }] }])
  expect(plan.nothing.text).toBe(`The job unit would run again, and publishes a package: npm ci && npm publish (${PATH}:6).`)
  expect(writes()).toEqual([])
}, 60_000)

test('what comes from a fork is not run again by itself', async () => {
  const unit = aJob({ id: 42, name: 'unit', conclusion: 'failure', steps: STEPS, log: RESET.join('\n') })
  const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: workflow('npm ci') } })]
  const run = aRun({ id: 777, headRepository: 'mallory/app', jobs: [unit] })
  github = await startFakeGitHub(aWorld({ commits, now: NOW, runs: [run] }))
  const { stdout } = await heal('--yes', '--json')
  expect(JSON.parse(stdout).plan.actions[0]).toMatchObject({ verdict: 'ask', reasons: [{ code: 'fork' }] })
  expect(writes()).toEqual([])
}, 60_000)

test.each([
  ['a label on an open issue stops everything', { issues: [anIssue({ number: 3, labels: ['sherpa-off'] })] }, {}],
  ['so does not being able to ask', {}, { faults: [{ match: '/issues', fault: 'missing-permission' as const }] }],
])(
  '%s',
  async (_, repository, world) => {
    const unit = aJob({ id: 42, name: 'unit', conclusion: 'failure', steps: STEPS, log: RESET.join('\n') })
    const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: workflow('npm ci') } })]
    github = await startFakeGitHub({
      ...aWorld({ commits, now: NOW, runs: [aRun({ id: 777, jobs: [unit] })], ...repository }),
      ...world,
    })
    const { stdout } = await heal('--yes', '--json')
    expect(JSON.parse(stdout).plan.actions[0]).toMatchObject({ verdict: 'deny', reasons: [{ code: 'kill-switch' }] })
    expect(writes()).toEqual([])
  },
  60_000,
)

async function startMixed(name: string): Promise<void> {
  const unit = aJob({ id: 43, name, conclusion: 'failure', steps: STEPS, log: RESET.join('\n') })
  const lint = aJob({ id: 44, name: 'lint', conclusion: 'failure', log: 'src/a.ts(1,1): error TS2304: Cannot find name' })
  const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: workflow('npm ci') } })]
  github = await startFakeGitHub(aWorld({ commits, now: NOW, runs: [aRun({ id: 777, jobs: [unit, lint] })] }))
}

test('beside JSON, what is said goes to stderr; names of jobs command no runner', async () => {
  await startMixed('unit ##[error]sly')
  const { stdout, stderr, exitCode } = await heal('--yes', '--json')
  expect(exitCode).toBe(1)
  expect(JSON.parse(stdout).plan.actions[0]).toMatchObject({ remedy: 'rerun-job', verdict: 'ask' })
  expect(stderr).toBe('Nothing was done: this needs a person at a terminal to say yes.\n')
  expect((await heal('--dry-run')).stdout).not.toContain('##[error]')
  expect(writes()).toEqual([])
}, 60_000)

test('a job whose name would act on a terminal is not acted on', async () => {
  await startMixed('unit \u001b[31msly')
  const { stdout } = await heal('--dry-run', '--json')
  expect(JSON.parse(stdout).plan).toMatchObject({ actions: [], nothing: { code: 'bad-parameters' } })
  expect((await heal('--dry-run')).stdout).not.toContain('\u001b[31m')
}, 60_000)
