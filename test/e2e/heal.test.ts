import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { healSchema } from '../../src/core/plan/schema.ts'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

const NOW = ['--now', '2026-01-20T12:10:00Z']
let folder: ReturnType<typeof tempFolder>
let run: string

const RESET = [
  '##[group]Run npm ci',
  '##[endgroup]',
  'npm error code ECONNRESET',
  'npm error network Invalid response body while trying to fetch https://registry.example.test/lodash: aborted',
  '##[error]Process completed with exit code 1.',
]
const document = (given: object = {}) => ({
  schema: 'sherpa.run/1',
  repository: 'acme/web',
  workflow: 'ci',
  run: 4711,
  attempt: 1,
  branch: 'main',
  commit: 'c1',
  actor: 'ann',
  triggeredBy: 'ann',
  startedAt: '2026-01-20T12:00:00Z',
  conclusion: 'failure',
  jobs: [
    {
      name: 'unit',
      conclusion: 'failure',
      startedAt: '2026-01-20T12:00:00Z',
      completedAt: '2026-01-20T12:04:00Z',
      log: RESET.join('\n'),
    },
  ],
  ...given,
})

const policy = (preset: string) => {
  const path = join(folder.path, `${preset}.yml`)
  writeFileSync(path, `policy:\n  preset: ${preset}\n`)
  return ['--config', path]
}
const heal = (...args: readonly string[]) =>
  sherpa(['heal', run, ...NOW, ...args], { cwd: folder.path, env: { XDG_STATE_HOME: join(folder.path, 'state') } })

beforeAll(() => {
  folder = tempFolder()
  run = join(folder.path, 'run.json')
  writeFileSync(run, JSON.stringify(document()))
})
afterAll(() => folder[Symbol.dispose]())

describe('a plan', () => {
  test.each([
    ['off', 'deny', 'off'],
    ['suggest', 'deny', 'suggest-only'],
    ['assist', 'ask', 'needs-approval'],
    ['auto-rerun', 'allow', 'worth-it'],
  ])('%s: %s', async (preset, verdict, code) => {
    const { stdout, exitCode } = await heal('--dry-run', '--json', ...policy(preset))
    expect(healSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
    const { diagnosis, plan } = JSON.parse(stdout)
    expect(exitCode).toBe(1)
    expect(diagnosis).toMatchObject({ schema: 'sherpa.diagnosis/1', category: 'network' })
    expect(plan.actions[0]).toMatchObject({
      remedy: 'rerun-failed-jobs',
      params: {},
      verdict,
      reasons: expect.arrayContaining([expect.objectContaining({ code, text: expect.any(String) })]),
      risk: 'low',
      reversible: false,
      costMinutes: 4,
      notBefore: null,
    })
    expect(plan.nothing?.code ?? null).toBe(verdict === 'deny' ? code : null)
  })

  test('without a configuration nothing is done by itself', async () => {
    const { stdout } = await heal('--dry-run', '--json')
    expect(JSON.parse(stdout).plan.nothing).toMatchObject({ code: 'suggest-only' })
  })

  test.each(['1', 'on', 'off', 'no'])('the kill switch denies everything: %s', async SHERPA_OFF => {
    const { stdout } = await sherpa(['heal', run, ...NOW, '--dry-run', '--json', ...policy('auto-rerun')], {
      cwd: folder.path,
      env: { SHERPA_OFF, XDG_STATE_HOME: join(folder.path, 'state') },
    })
    expect(JSON.parse(stdout).plan.actions).toMatchObject([{ verdict: 'deny', reasons: [{ code: 'kill-switch' }] }])
  })

  test('a dry run writes nothing, anywhere', async () => {
    const before = readdirSync(folder.path, { recursive: true }).sort()
    const { stdout, exitCode } = await heal('--dry-run', '--store', join(folder.path, 'none.db'))
    expect(exitCode).toBe(1)
    expect(stdout).toContain('re-run the failed jobs')
    expect(existsSync(join(folder.path, 'none.db'))).toBe(false)
    expect(readdirSync(folder.path, { recursive: true }).sort()).toEqual(before)
  })

  test('what passed needs no healing', async () => {
    const path = join(folder.path, 'green.json')
    writeFileSync(path, JSON.stringify(document({ conclusion: 'success', jobs: [{ name: 'unit', conclusion: 'success' }] })))
    const { stdout, exitCode } = await sherpa(['heal', path, '--dry-run', '--json'], { cwd: folder.path })
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).plan).toMatchObject({ actions: [], nothing: { code: 'nothing-failed' } })
  })
})

describe('acting', () => {
  const store = () => ['--store', join(folder.path, 'history.db')]

  test('nobody says yes: nothing is done', async () => {
    const { stdout, exitCode } = await heal(...policy('auto-rerun'), ...store())
    expect(exitCode).toBe(1)
    expect(stdout).toContain('Nothing was done: give --yes to do it.')
  })

  test('--yes does not say yes to what needs a person', async () => {
    const { stdout } = await heal('--yes', ...policy('assist'), ...store())
    expect(stdout).toContain('Nothing was done: this needs a person at a terminal to say yes, or sherpa approve with plan:')
  })

  test('a file is no run that can be acted on; that is on record, and the record is whole', async () => {
    const { stdout, exitCode } = await heal('--yes', ...policy('auto-rerun'), ...store())
    expect(exitCode).toBe(1)
    expect(stdout).toContain('withheld')
    const ledger = await sherpa(['ledger', '--json', ...NOW, ...store()], { cwd: folder.path })
    expect(JSON.parse(ledger.stdout).entries.at(-1)).toMatchObject({
      event: 'withheld',
      remedy: 'rerun-failed-jobs',
      target: { repository: 'acme/web', run: 4711, attempt: 1 },
      by: 'sherpa',
    })
    expect(await sherpa(['ledger', 'verify', ...store()], { cwd: folder.path })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^✔ \d+ lines?, none changed; the last is [0-9a-f]{64}\n$/),
    })
  })

  test('what was never done cannot be undone', async () => {
    const { stdout, exitCode } = await sherpa(['undo', 'action:none', ...store()], { cwd: folder.path })
    expect(exitCode).toBe(1)
    expect(stdout).toBe('✖ not undone: the ledger knows no action action:none that was started\n')
  })
})
