import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCommit, aJob, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { World } from '../fakes/github/world.ts'
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
const WORKFLOW = 'on: push\njobs:\n  unit:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm ci\n'
const STEPS = [{ name: 'Set up job' }, { name: 'Run npm ci', conclusion: 'failure' as const }]

let folder: ReturnType<typeof tempFolder>
let github: FakeGitHub
beforeEach(() => {
  folder = tempFolder()
  config('preset: assist')
})
afterEach(async () => {
  folder[Symbol.dispose]()
  await github.stop()
  expect(github.violations).toEqual([])
})

const config = (policy: string) => writeFileSync(join(folder.path, 'sherpa.yml'), `policy: { ${policy} }\n`)

async function start(given: Partial<World> & Parameters<typeof aWorld>[0] = {}): Promise<void> {
  const unit = aJob({ id: 42, name: 'unit', conclusion: 'failure', steps: STEPS, log: RESET.join('\n') })
  const commits = [aCommit({ sha: aSha('head'), tree: { [PATH]: WORKFLOW } })]
  github = await startFakeGitHub(
    aWorld({ commits, now: NOW, runs: [aRun({ id: 777, rerunsEnd: [{}], jobs: [unit] })], ...given }),
  )
}

const run = (...args: string[]) =>
  sherpa(args, {
    cwd: folder.path,
    env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, XDG_STATE_HOME: join(folder.path, 'state') },
  })
const RUN = ['acme/app#777', '--attempt', '1', '--now', NOW]
const heal = (...args: string[]) => run('heal', ...RUN, ...args)
const planId = async (): Promise<string> => JSON.parse((await heal('--dry-run', '--json')).stdout).plan.id
const approve = async (plan: string) => {
  const { stdout, exitCode } = await run('approve', 'acme/app#777', plan, ...RUN.slice(1), '--json')
  return { ...JSON.parse(stdout).approval, exitCode }
}
const writes = () => github.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path.split('/').at(-1))
const ledger = async () => {
  const { entries } = JSON.parse((await run('ledger', '--json', '--now', '2099-01-01T00:00:00Z', '--since', '40000d')).stdout)
  return (entries as { event: string; by: string; reasons: { code: string }[] }[]).map(
    ({ event, by, reasons }) => `${event} ${by}${event === 'withheld' ? ` ${reasons[0]?.code}` : ''}`,
  )
}

test('a plan that a person approved is done, once, by whoever comes with --yes', async () => {
  await start()
  const plan = await planId()
  expect((await heal('--yes')).stdout).toContain(`needs a person at a terminal to say yes, or sherpa approve with ${plan}.`)
  expect(await approve(plan)).toMatchObject({ by: 'mona', title: 're-run the failed jobs', refused: null, exitCode: 0 })
  expect(writes()).toEqual([])
  const healed = await heal('--yes')
  expect([healed.stdout, healed.exitCode]).toEqual([expect.stringContaining('healed: attempt 2 ended with success'), 0])
  expect((await heal('--yes')).exitCode).toBe(1)
  expect(writes()).toEqual(['rerun-failed-jobs'])
  expect((await ledger()).slice(0, 4)).toEqual(['approved mona', 'started mona', 'done mona', 'healed mona'])
  expect((await run('ledger', 'verify')).exitCode).toBe(0)
}, 90_000)

test('two who would spend one approval act once', async () => {
  await start()
  await approve(await planId())
  await Promise.all([heal('--yes'), heal('--yes'), heal('--yes')])
  expect(writes()).toEqual(['rerun-failed-jobs'])
}, 90_000)

test('a plan that has changed since is not approved, nor done by the approval of the old one', async () => {
  await start()
  const plan = await planId()
  expect((await approve('plan:another')).refused).toMatchObject({ code: 'plan-changed' })
  await approve(plan)
  config('preset: suggest, remedies: { rerun-failed-jobs: ask }')
  expect(await planId()).not.toBe(plan)
  expect((await heal('--yes')).stdout).toContain('mona approved another plan')
  expect(await ledger()).toEqual(['approved mona', 'withheld mona plan-changed'])
  expect(writes()).toEqual([])
}, 90_000)

describe('who may approve', () => {
  test.each<[string, Partial<World> & Parameters<typeof aWorld>[0], string, string]>([
    ['a reader may not', { user: 'eve' }, '', 'eve may not write to the repository.'],
    ['a reader who is named may not', { user: 'eve' }, ', approvers: [eve]', 'eve may not write to the repository.'],
    ['who is not named may not', {}, ', approvers: [ann]', 'mona is none of those who may approve it.'],
    [
      'the token of a workflow is nobody',
      { user: null },
      '',
      'Nobody can be told to approve it: GitHub answered 403 to GET /user',
    ],
    ['a bot is nobody', { user: 'sherpa[bot]' }, '', 'the token belongs to sherpa[bot], which is no person'],
    [
      'where it cannot be asked, nobody may',
      { faults: [{ match: '/permission', fault: 'server-error' as const }] },
      '',
      'What mona may do here cannot be told',
    ],
  ])(
    '%s',
    async (_, world, more, text) => {
      await start(world)
      config(`preset: assist${more}`)
      const { refused, exitCode } = await approve(await planId())
      expect([refused.code, refused.text, exitCode]).toEqual(['not-an-approver', expect.stringContaining(text), 1])
      expect(await ledger()).toEqual([])
      expect(writes()).toEqual([])
    },
    90_000,
  )

  test('who writes may, and is named as GitHub does', async () => {
    await start({ user: 'ann', permissions: { ann: 'maintain' } })
    config('preset: assist, approvers: [Ann]')
    expect(await approve(await planId())).toMatchObject({ by: 'ann', exitCode: 0 })
  }, 90_000)
})

test('nothing that the policy denies can be approved', async () => {
  await start()
  config('preset: suggest')
  expect((await approve(await planId())).refused).toMatchObject({ code: 'suggest-only' })
}, 90_000)

describe('the variable of the repository stops everything', () => {
  const decided = async (...args: string[]) => JSON.parse((await heal('--yes', '--json', ...args)).stdout).plan.actions[0]
  const denied = { verdict: 'deny', reasons: [{ code: 'kill-switch' }] }
  beforeEach(() => config('preset: auto-rerun'))

  test('also under another name; not when it says no', async () => {
    await start({ variables: { SHERPA_OFF: 'true', HALT: '0' } })
    expect(await decided()).toMatchObject(denied)
    config('preset: auto-rerun, killSwitch: { variable: HALT }')
    expect(await decided('--dry-run')).toMatchObject({ verdict: 'allow' })
    expect(writes()).toEqual([])
  }, 90_000)

  test.each(['missing-permission', 'missing-permission-pat', 'server-error', 'cut-answer', 'bad-credentials'] as const)(
    'where it cannot be read, it may be set: %s',
    async fault => {
      await start({ faults: [{ match: '/variables/', fault }] })
      expect(await decided()).toMatchObject(denied)
      expect(writes()).toEqual([])
    },
    90_000,
  )

  test('a workflow may be handed it by its runner, which is enough', async () => {
    await start({ faults: [{ match: '/variables/', fault: 'missing-permission' }] })
    const env = (told: Record<string, string>) => ({
      ...{ GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, XDG_STATE_HOME: join(folder.path, 'state') },
      ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/app', ...told },
    })
    const dry = async (told: Record<string, string>) =>
      JSON.parse((await sherpa(['heal', ...RUN, '--dry-run', '--json'], { cwd: folder.path, env: env(told) })).stdout)
    expect((await dry({ SHERPA_OFF: '' })).plan.actions[0]).toMatchObject({ verdict: 'allow' })
    expect((await dry({ SHERPA_OFF: 'yes' })).plan.actions[0]).toMatchObject(denied)
    expect((await dry({})).plan.actions[0]).toMatchObject(denied)
    expect((await dry({ SHERPA_OFF: '', GITHUB_REPOSITORY: 'acme/other' })).plan.actions[0]).toMatchObject(denied)
  }, 90_000)
})
