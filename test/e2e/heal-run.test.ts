import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCommit, aJob, anIssue, aPullRequest, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
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
  const { plan } = JSON.parse(stdout)
  expect(plan.actions[0]).toMatchObject({ remedy: 'rerun-job', verdict: 'ask' })
  expect(stderr).toBe(`Nothing was done: this needs a person at a terminal to say yes, or sherpa approve with ${plan.id}.\n`)
  expect((await heal('--dry-run')).stdout).not.toContain('##[error]')
  expect(writes()).toEqual([])
}, 60_000)

test('a job whose name would act on a terminal is not acted on', async () => {
  await startMixed('unit \u001b[31msly')
  const { stdout } = await heal('--dry-run', '--json')
  expect(JSON.parse(stdout).plan).toMatchObject({ actions: [], nothing: { code: 'bad-parameters' } })
  expect((await heal('--dry-run')).stdout).not.toContain('\u001b[31m')
}, 60_000)

test('a policy asks for the labels, the author and the title of the pull request; what cannot be read may be there', async () => {
  const unit = aJob({ id: 42, name: 'unit', conclusion: 'failure', steps: STEPS, log: RESET.join('\n') })
  const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: workflow('npm ci') } })]
  const pulls = [aPullRequest({ number: 5, labels: ['bug', 'Hold'], title: 'Mend it', author: 'ann', headSha: aSha('head') })]
  const run = aRun({ id: 777, event: 'pull_request', headBranch: 'topic', pullRequests: [5], jobs: [unit] })
  github = await startFakeGitHub(aWorld({ commits, pulls, now: NOW, runs: [run] }))
  const verdictOf = async (when: string) => {
    writeFileSync(join(folder.path, 'auto.yml'), `policy: { preset: auto-rerun, rules: [{ when: ${when}, then: 'off' }] }\n`)
    return JSON.parse((await heal('--dry-run', '--json')).stdout).plan.actions[0].verdict
  }
  expect(await verdictOf('{ labels: hold }')).toBe('deny')
  expect(await verdictOf('{ labels: do-not-touch }')).toBe('allow')
  expect(await verdictOf('{ author: ANN, title: mend* }')).toBe('deny')
  expect(await verdictOf('{ author: bob }')).toBe('allow')
  github.addFaults({ match: '/pulls/5', fault: 'missing-permission' })
  expect(await verdictOf('{ labels: do-not-touch }')).toBe('deny')
}, 90_000)

test('a policy asks for the environments that a re-run would deploy to', async () => {
  const unit = aJob({ id: 42, name: 'unit', conclusion: 'failure', steps: STEPS, log: RESET.join('\n') })
  const live = aJob({ id: 43, name: 'live', conclusion: 'skipped' })
  const file = `${workflow('npm ci')}  live:\n    needs: unit\n    environment: production\n    steps:\n      - run: ./live\n`
  const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: file } })]
  github = await startFakeGitHub(aWorld({ commits, now: NOW, runs: [aRun({ id: 777, jobs: [unit, live] })] }))
  const verdictOf = async (environment: string) => {
    const rule = `{ when: { environment: ${environment} }, then: 'off' }`
    writeFileSync(join(folder.path, 'auto.yml'), `policy: { preset: auto-rerun, rules: [${rule}] }\n`)
    return JSON.parse((await heal('--dry-run', '--json')).stdout).plan.actions[0].verdict
  }
  expect(await verdictOf('production')).toBe('deny')
  expect(await verdictOf('staging')).toBe('ask')
}, 90_000)

describe('in an outage', () => {
  const policy = 'policy: { preset: auto-rerun, remedies: { open-issue: auto } }\n'
  const runs = (...ids: number[]) =>
    ids.map(id => {
      const jobs = Array.from({ length: 6 }, (_, i) =>
        aJob({ id: id * 10 + i, name: `unit (${i})`, conclusion: 'failure', steps: STEPS, log: RESET.join('\n') }),
      )
      return aRun({ id, jobs })
    })
  const healOne = (id: number, ...args: string[]) =>
    run('heal', `acme/app#${id}`, '--config', 'auto.yml', '--now', NOW, '--yes', ...args)

  test('nothing is run again, and one incident is raised for all of it', async () => {
    const matrix = workflow('npm ci').replace('    steps:', '    strategy: { matrix: { n: [0, 1, 2, 3, 4, 5] } }\n    steps:')
    const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: matrix } })]
    github = await startFakeGitHub(aWorld({ commits, now: NOW, runs: runs(777, 778) }))
    writeFileSync(join(folder.path, 'auto.yml'), policy)
    const { stdout, exitCode } = await healOne(777, '--json')
    expect(JSON.parse(stdout).plan.actions).toMatchObject([
      {
        remedy: 'rerun-failed-jobs',
        verdict: 'ask',
        reasons: [{ code: 'outage', text: expect.stringMatching(/^6 jobs failed/) }],
      },
      { remedy: 'open-issue', verdict: 'allow', params: { fingerprint: 'outage' } },
    ])
    expect(exitCode).toBe(1)
    const second = await healOne(778)
    expect(second.stdout).toContain('It is too early')
    expect(github.repository().issues).toMatchObject([{ title: 'Many failures at once' }])
    expect(writes()).toEqual(['issues'])
  }, 90_000)

  test('many workflows that fail within an hour are one; where they cannot be listed, there may be one', async () => {
    const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: workflow('npm ci') } })]
    const unit = aJob({ id: 42, name: 'unit', conclusion: 'failure', steps: STEPS, log: RESET.join('\n') })
    const other = (i: number, createdAt: string) =>
      aRun({
        id: 800 + i,
        workflowId: 800 + i,
        workflowName: `other ${i}`,
        createdAt,
        jobs: [aJob({ id: 900 + i, conclusion: 'failure' })],
      })
    const at = (i: number) => (i < 5 ? '2026-03-02T11:30:00Z' : '2026-03-02T10:30:00Z')
    const others = Array.from({ length: 10 }, (_, i) => other(i, at(i)))
    const failed = aRun({ id: 777, createdAt: '2026-03-02T11:50:00Z', jobs: [unit] })
    github = await startFakeGitHub(aWorld({ commits, now: NOW, runs: [failed, ...others] }))
    const reason = async () => JSON.parse((await heal('--dry-run', '--json')).stdout).plan.actions[0].reasons[0]
    expect(await reason()).toEqual({ code: 'outage', text: '6 workflows failed within an hour: something larger is wrong.' })
    github.addFaults({ match: 'created=', fault: 'server-error' })
    expect(await reason()).toMatchObject({ code: 'outage', text: expect.stringMatching(/could not be asked/) })
  }, 90_000)

  test('those that failed are not hidden by a hundred that passed since', async () => {
    const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: workflow('npm ci') } })]
    const unit = aJob({ id: 42, name: 'unit', conclusion: 'failure', steps: STEPS, log: RESET.join('\n') })
    const other = (id: number, createdAt: string, conclusion: 'failure' | 'success') =>
      aRun({ id, workflowId: id, workflowName: `other ${id}`, createdAt, jobs: [aJob({ id: 10_000 + id, conclusion })] })
    const red = Array.from({ length: 10 }, (_, i) => other(800 + i, '2026-03-02T11:30:00Z', 'failure'))
    const green = Array.from({ length: 100 }, (_, i) => other(900 + i, '2026-03-02T11:55:00Z', 'success'))
    const failed = aRun({ id: 777, createdAt: '2026-03-02T11:20:00Z', jobs: [unit] })
    github = await startFakeGitHub(aWorld({ commits, now: NOW, runs: [failed, ...red, ...green] }))
    const { stdout } = await heal('--dry-run', '--json')
    expect(JSON.parse(stdout).plan.actions[0]).toMatchObject({ verdict: 'ask', reasons: [{ code: 'outage' }] })
  }, 90_000)
})
