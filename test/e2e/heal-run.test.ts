import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCommit, aJob, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
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
  sherpa([...args, '--now', NOW], {
    cwd: folder.path,
    env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, XDG_STATE_HOME: join(folder.path, 'state') },
  })
const heal = (...args: string[]) => run('heal', 'acme/app#777', '--config', 'auto.yml', ...args)
const writes = () => github.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path.split('/').at(-1))

test('what is transient is run again, followed until it is green, and not done twice', async () => {
  await start('npm ci', {})
  const { stdout, exitCode } = await heal('--yes')
  expect(stdout).toContain('healed: attempt 2 ended with success')
  expect(exitCode).toBe(0)
  expect(github.run(777).attempts.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success'])

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
