import { setTimeout as wait } from 'node:timers/promises'
import { execa } from 'execa'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCommit, aRun, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import type { JobInput } from '../fakes/github/world.ts'
import { gitRepository } from '../git-repository.ts'
import { CLI, sherpa } from './sherpa.ts'

let repository: Awaited<ReturnType<typeof gitRepository>>
let github: FakeGitHub
let parent: string
let suspect: string
beforeEach(async () => {
  repository = await gitRepository()
  parent = await repository.commit('sound', { 'a.txt': '1' })
  suspect = await repository.commit('suspicious', { 'a.txt': '2' })
})
afterEach(async () => {
  repository[Symbol.dispose]()
  await github.stop()
  expect(github.violations).toEqual([])
})

type Ends = Record<string, JobInput>[]
const PASS: Ends = [{}]
const FAIL: Ends = [{ build: { conclusion: 'failure' } }]

interface Ended {
  readonly parent?: Ends
  readonly suspect?: Ends
  readonly isOld?: boolean
  readonly branches?: Record<string, string>
  readonly faults?: FaultRule[]
}

/** A GitHub with both commits in its main branch, unless its branches are others. */
async function start({ branches = { main: suspect }, faults = [], isOld = false, ...ends }: Ended) {
  const endsAt = { ...(ends.parent && { [parent]: ends.parent }), ...(ends.suspect && { [suspect]: ends.suspect }) }
  github = await startFakeGitHub(
    aWorld({
      commits: [aCommit({ sha: parent }), aCommit({ sha: suspect })],
      branches,
      // A run of another time, which is nobody's.
      runs: [aRun({ id: 777, headSha: parent })],
      dispatchable: { 'canary.yml': { inputs: ['suite'], endsAt, isOld } },
      faults,
    }),
  )
}

const surroundings = () => ({
  cwd: repository.path,
  env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token },
})
const ARGS = ['--workflow', 'canary.yml', '--repo', 'acme/app', '--jobs', '8']
const canary = (...args: string[]) => sherpa(['canary', 'HEAD', ...ARGS, ...args], surroundings())
const branches = () => Object.keys(github.repository().branches)
const started = () => github.repository().runs.filter(({ path }) => path.endsWith('canary.yml'))
const madeBranches = () => [...new Set(started().map(({ headBranch }) => headBranch))].sort()

describe('sherpa canary --workflow', () => {
  test('a commit that breaks the workflow: regression, after as few runs as that takes, on branches that are gone then', async () => {
    await start({ parent: PASS, suspect: FAIL })
    const { stdout, stderr, exitCode } = await canary('--json', '--jobs', '2', '--input', 'suite=slow')
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({
      ...{ verdict: 'regression', runs: 6, suspect: { commit: suspect }, parent: { commit: parent } },
      failures: { suspect: 3, parent: 0 },
      lastFailure: { suspect: { outcome: 'failed', exitCode: null }, parent: null },
    })
    expect(answer.lastFailure.suspect.tail).toMatch(
      /^run \d+ ended with failure: https:\/\/github\.com\/acme\/app\/actions\/runs\/\d+$/,
    )
    expect(started()).toHaveLength(6)
    expect(madeBranches()).toEqual([parent, suspect].map(sha => `sherpa/canary-${sha.slice(0, 12)}-1`).sort())
    expect(branches()).toEqual(['main'])
  }, 60_000)

  test('a commit that changes nothing: sound; also on servers that do not tell which run they started', async () => {
    await start({ parent: PASS, suspect: PASS, isOld: true })
    const { stdout, exitCode } = await canary('--margin', '0.7', '--error', '0.2')
    expect(stdout).toMatch(/^✔ sound: neither failed\n/)
    expect(exitCode).toBe(0)
    expect(branches()).toEqual(['main'])
  }, 60_000)

  test('what is cancelled says nothing: inconclusive, exit code 5, which never promotes', async () => {
    await start({ parent: PASS, suspect: [{ build: { conclusion: 'cancelled' } }] })
    const { stdout, exitCode } = await canary('--jobs', '2')
    expect(stdout).toMatch(/^• inconclusive: no pair of runs could tell\n/)
    expect(stdout).toContain('5 pairs do not count')
    expect(exitCode).toBe(5)
    expect(branches()).toEqual(['main'])
  }, 60_000)

  test('too few runs: inconclusive', async () => {
    await start({ parent: PASS, suspect: FAIL })
    const { stdout, exitCode } = await canary('--max-runs', '4', '--json')
    expect({ ...JSON.parse(stdout), exitCode }).toMatchObject({ verdict: 'inconclusive', runs: 4, exitCode: 5 })
  }, 60_000)

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s in the middle: what runs is cancelled, and the branches are deleted',
    async signal => {
      await start({})
      const { env, cwd } = surroundings()
      const running = execa(process.execPath, [CLI, 'canary', 'HEAD', ...ARGS, '--jobs', '2', '--json'], {
        ...{ cwd, env: { PATH: process.env['PATH'] ?? '', ...env }, extendEnv: false, reject: false },
        // GitHub Actions has no more patience.
        forceKillAfterDelay: 7500,
      })
      while (started().length < 2) await wait(50)
      running.kill(signal)
      const { exitCode, stdout } = await running
      expect(exitCode).toBe(130)
      expect(JSON.parse(stdout)).toMatchObject({ verdict: 'inconclusive', interrupted: true })
      expect(branches()).toEqual(['main'])
      expect(started().map(({ attempts }) => attempts.at(-1)?.conclusion)).toEqual(started().map(() => 'cancelled'))
    },
    60_000,
  )

  test('killed without mercy, it leaves branches, which the next one names and does not use', async () => {
    await start({ parent: PASS, suspect: FAIL })
    const left = `sherpa/canary-${suspect.slice(0, 12)}-1`
    github.repository().branches[left] = suspect
    const { stderr, exitCode } = await canary()
    expect(exitCode).toBe(1)
    expect(stderr).toBe(
      `• acme/app has branches of other canaries: ${left}; unless one is under way, delete with: git push origin --delete ${left}\n`,
    )
    expect(madeBranches()).toContain(`sherpa/canary-${suspect.slice(0, 12)}-2`)
    expect(branches()).toEqual(['main', left])
  }, 60_000)

  test('a branch that cannot be deleted is named', async () => {
    const faults: FaultRule[] = [{ match: '/git/refs/', method: 'DELETE', fault: 'server-error' }]
    await start({ parent: PASS, suspect: FAIL, faults })
    const { stderr, exitCode } = await canary()
    expect(exitCode).toBe(1)
    const name = `sherpa/canary-${suspect.slice(0, 12)}-1`
    expect(stderr).toContain(`• the branch ${name} may be left in acme/app: GitHub answered 500`)
    expect(stderr).toContain(`delete with: git push origin --delete ${name}\n`)
  }, 60_000)
})

describe('what GitHub refuses, in one sentence, with nothing left behind', () => {
  const only = (place: string, fault: FaultRule['fault']): FaultRule[] => [{ match: place, method: 'POST', fault }]

  test.each([
    [
      'no right to make branches',
      () => ({ faults: only('/git/refs', 'missing-permission') }),
      4,
      /the token lacks contents: write/,
    ],
    [
      'no right to start workflows',
      () => ({ faults: only('/dispatches', 'missing-permission') }),
      4,
      /the token lacks actions: write/,
    ],
    [
      'a token that is wrong',
      () => ({ faults: [{ match: '/', fault: 'bad-credentials' as const }] }),
      4,
      /wrong, expired or revoked/,
    ],
    [
      'a workflow that is not there',
      () => ({ faults: only('/dispatches', 'not-found') }),
      3,
      /knows no workflow canary\.yml on sherpa.*\nhint: its file has to be on the default branch/,
    ],
    [
      'a commit of a fork',
      () => ({ branches: { main: parent } }),
      2,
      /is on no branch of acme\/app that ends there.*may come from a fork.*secrets of acme\/app/,
    ],
  ])(
    '%s',
    async (_, ended, code, sentence) => {
      await start(ended())
      const { stdout, stderr, exitCode } = await canary('--json')
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code })
      expect(stderr).toMatch(sentence)
      expect(stderr.trimEnd().split('\n')).toHaveLength(2)
      expect(started()).toEqual([])
      expect(branches()).toEqual(['main'])
    },
    60_000,
  )

  test('a commit that was not pushed', async () => {
    await start({})
    await repository.commit('only here', { 'a.txt': '3' })
    expect(await canary()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('[commit-not-pushed]') })
    expect(branches()).toEqual(['main'])
  }, 60_000)

  test('an input that the workflow does not take', async () => {
    await start({})
    const { stderr, exitCode } = await canary('--input', 'other=1')
    expect({ stderr, exitCode }).toMatchObject({ stderr: expect.stringContaining('Unexpected inputs provided'), exitCode: 3 })
    expect(branches()).toEqual(['main'])
  }, 60_000)
})

describe('what nobody knows', () => {
  test('answers that are lost: the branch and the run are looked for, and nothing is done twice', async () => {
    const faults: FaultRule[] = [
      { match: '/git/refs', method: 'POST', fault: 'cut-answer', times: 1 },
      { match: '/dispatches', method: 'POST', fault: 'server-error-after', times: 2 },
    ]
    await start({ parent: PASS, suspect: FAIL, faults })
    const { stdout, exitCode } = await canary('--jobs', '2', '--json')
    expect({ ...JSON.parse(stdout), exitCode }).toMatchObject({ verdict: 'regression', runs: 6, exitCode: 1 })
    expect(started()).toHaveLength(6)
    expect(github.unusedFaults()).toEqual([])
    expect(branches()).toEqual(['main'])
  }, 60_000)

  test('GitHub goes away while it waits: said so, and the branches are named', async () => {
    await start({ parent: PASS, suspect: FAIL })
    github.addFaults({ match: /\/runs\?.*canary/, fault: 'missing-permission' })
    const { stderr, exitCode } = await canary()
    expect(exitCode).toBe(4)
    expect(stderr).toContain('the token lacks actions: read')
    expect(branches()).toEqual(['main'])
  }, 60_000)
})

test('sherpa bisect --workflow finds the first bad commit the same way', async () => {
  const third = await repository.commit('third', { 'a.txt': '3' })
  github = await startFakeGitHub(
    aWorld({
      commits: [aCommit({ sha: parent }), aCommit({ sha: suspect }), aCommit({ sha: third })],
      branches: { main: third },
      dispatchable: { 'canary.yml': { inputs: [], endsAt: { [parent]: PASS, [suspect]: FAIL, [third]: FAIL } } },
    }),
  )
  const args = ['bisect', parent, 'HEAD', '--workflow', '.github/workflows/canary.yml', '--repo', 'acme/app', '--json']
  const { stdout, stderr, exitCode } = await sherpa(args, surroundings())
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'found', firstBad: { commit: suspect } })
  expect(branches()).toEqual(['main'])
}, 60_000)
