import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gateSchema } from '../../src/core/gate/schema.ts'
import { aJob, anIssue, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { World } from '../fakes/github/world.ts'
import { findProgram } from '../programs.ts'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

const SHA = aSha('head')
const gate = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  sherpa(['gate', '--commit', SHA, ...args], { cwd: folder.path, env: { GH_CONFIG_DIR: folder.path, ...env } })

describe('CI and incidents on GitHub', () => {
  let github: FakeGitHub | undefined
  afterEach(async () => {
    await github?.stop()
    expect(github?.violations ?? []).toEqual([])
    github = undefined
  })

  async function onGitHub(world: World, ...args: readonly string[]) {
    github = await startFakeGitHub(world)
    return gate(['--repo', 'acme/app', ...args], { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token })
  }

  const green = { runs: [aRun({ jobs: [aJob({ name: 'unit' }), aJob({ name: 'lint' })] })] }
  const status = { id: 1, sha: SHA, context: 'deploy/preview', state: 'success' } as const

  test('green, and no incident: success', async () => {
    const issues = [
      anIssue({ number: 3, title: 'over', state: 'closed', labels: ['incident'] }),
      anIssue({ number: 4, title: 'mends it', labels: ['incident'], isPull: true }),
    ]
    const world = aWorld({ ...green, statuses: [status], issues })
    const { stdout, stderr, exitCode } = await onGitHub(world, '--ci', 'github', '--incidents', 'incident')
    expect(stderr).toBe('')
    expect(stdout).toBe(
      `✔ success\n\n  ✔ CI of ${SHA.slice(0, 12)}: 3 of 3 green, as it has to be.\n  ✔ Incidents (incident): none is open.\n`,
    )
    expect(exitCode).toBe(0)
  })

  test('a status that was mended counts as it is now; an incident is a failure', async () => {
    const statuses = [status, { ...status, id: 0, state: 'failure' as const }]
    const issues = [anIssue({ number: 9, title: 'database is away', labels: ['incident'] })]
    const { stdout, exitCode } = await onGitHub(
      aWorld({ ...green, statuses, issues }),
      '--ci',
      'github',
      '--incidents',
      'incident',
      '--json',
    )
    expect(gateSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'failure',
      conditions: [
        { kind: 'ci', verdict: 'success', observed: '3 of 3 green' },
        { kind: 'incidents', verdict: 'failure', observed: 1, threshold: 0 },
      ],
    })
    expect(exitCode).toBe(1)
  })

  test('red: failure; not over: inconclusive, unless it is to be ignored', async () => {
    const red = aWorld({ runs: [aRun({ jobs: [aJob({ name: 'unit', conclusion: 'failure' }), aJob({ name: 'lint' })] })] })
    expect(await onGitHub(red, '--ci', 'github')).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('failed: unit') })
    await github?.stop()
    const running = aJob({ name: 'deploy', status: 'in_progress', conclusion: null, completedAt: null })
    const open = aWorld({ runs: [aRun({ status: 'in_progress', conclusion: null, jobs: [aJob({ name: 'unit' }), running] })] })
    expect(await onGitHub(open, '--ci', 'github')).toMatchObject({
      exitCode: 5,
      stdout: expect.stringContaining('not over: deploy'),
    })
    await github?.stop()
    expect(await onGitHub(open, '--ci', 'github', '--ignore-check', 'deploy')).toMatchObject({ exitCode: 0 })
  })

  test.each(['server-error', 'missing-permission', 'not-found', 'bad-credentials', 'cut-body'] as const)(
    'GitHub answers with %s: inconclusive, never success',
    async fault => {
      const faults = [{ match: /check-runs|issues/, fault }]
      const { stdout, exitCode } = await onGitHub(aWorld({ ...green, faults }), '--ci', 'github', '--incidents', 'incident')
      expect(exitCode).toBe(5)
      expect(stdout).toMatch(/^• inconclusive\n\n {2}• CI of /)
    },
  )
})

const prometheus = findProgram('prometheus', 'prometheus')

describe.skipIf(prometheus === undefined)('a real Prometheus', () => {
  let data: ReturnType<typeof tempFolder>
  let child: ChildProcess
  let url: string
  beforeAll(async () => {
    data = tempFolder()
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    const config = data.write('prometheus.yml', 'global: { scrape_interval: 1h }\n')
    const args = [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(data.path, 'tsdb')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ]
    child = spawn(prometheus ?? '', args, { stdio: 'ignore' })
    await answers(`${url}/-/ready`)
  }, 60_000)
  afterAll(async () => {
    const gone = once(child, 'exit')
    child.kill()
    await gone
    data[Symbol.dispose]()
  })

  const slo = (query: string, ...args: readonly string[]) => gate(['--prometheus', url, '--query', query, ...args])

  test.each([
    ['vector(0.002)', '--at-most', '0.01', 0, 'vector(0.002): 0.002, has to be at most 0.01.'],
    ['0.5', '--at-most', '0.01', 1, '0.5: 0.5, has to be at most 0.01.'],
    ['vector(1/0)', '--at-most', '0.01', 1, 'Infinity, has to be'],
    ['vector(0/0)', '--at-most', '0.01', 5, 'NaN, has to be'],
    ['no_such_metric', '--at-least', '1', 5, 'the query gives nothing'],
    ['vector(3)', '--at-least', '-1', 0, 'has to be at least -1'],
    ['"text"', '--at-most', '1', 5, 'with what is no vector'],
    ['sum(', '--at-most', '1', 5, 'parse error'],
  ])('%s %s %s: exit code %d', async (query, limit, value, code, text) => {
    const { stdout, exitCode } = await slo(query, `${limit}=${value}`)
    expect(stdout).toContain(text)
    expect(exitCode).toBe(code)
  })

  test('several, as sherpa.yml says them', async () => {
    folder.write(
      'sherpa.yml',
      `gate:\n  prometheus: ${url}/\n  slo:\n    - { name: errors, query: vector(0.1), atMost: 0.2 }\n    - { name: up, query: vector(1), atLeast: 2 }\n`,
    )
    const { stdout, exitCode } = await gate(['--json'])
    expect(gateSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
    expect(JSON.parse(stdout)).toMatchObject({
      ...{
        verdict: 'failure',
        conditions: [
          { name: 'errors', verdict: 'success', observed: 0.1 },
          { name: 'up', observed: 1 },
        ],
      },
    })
    expect(exitCode).toBe(1)
  })
})

describe('what cannot be asked', () => {
  const asked = (url: string, ...more: readonly string[]) =>
    gate(['--prometheus', url, '--query', 'up', '--at-least', '1', ...more])

  test('nobody there, no answer in time, no JSON: inconclusive, without the password', async () => {
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/slow')) return
      response.end(
        request.url?.startsWith('/page')
          ? '<html>'
          : '{"status":"success","data":{"resultType":"vector","result":[{"value":[1,"abc"]}]}}',
      )
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const url = `http://me:hunter2@127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      expect(await asked('http://127.0.0.1:9')).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('did not answer') })
      expect(await asked(`${url}/slow`, '--timeout', '1s')).toMatchObject({
        exitCode: 5,
        stdout: expect.not.stringContaining('hunter2'),
      })
      expect(await asked(`${url}/page`)).toMatchObject({ exitCode: 5 })
      expect(await asked(url)).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('NaN') })
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test('a canary that is not there, or is of another commit', async () => {
    expect(await gate(['--canary', 'gone.json'])).toMatchObject({
      exitCode: 5,
      stdout: expect.stringContaining('cannot be read'),
    })
    folder.write('canary.json', JSON.stringify({ verdict: 'sound', suspect: { commit: 'd'.repeat(40) } }))
    expect(await gate(['--canary', 'canary.json'])).toMatchObject({ exitCode: 5 })
    const sound = { verdict: 'sound', suspect: { commit: SHA } }
    folder.write('canary.json', JSON.stringify({ ...sound, runs: 0, pairs: 0 }))
    expect(await gate(['--canary', 'canary.json'])).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('no runs') })
    folder.write('canary.json', JSON.stringify({ ...sound, runs: 24, pairs: 12 }))
    expect(await gate(['--canary', 'canary.json'])).toMatchObject({ exitCode: 0 })
  })

  test('options that do not fit are usage errors', async () => {
    for (const args of [[], ['--query', 'up'], ['--at-most', '1'], ['--query', 'up', '--at-most', '1'], ['--at-most', 'NaN']])
      expect(await gate(args)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('[bad-option]') })
  })

  test('the history knows the jobs of a commit', async () => {
    const store = join(folder.path, 'history.db')
    const run = {
      ...{
        schema: 'sherpa.run/1',
        repository: 'acme/web',
        workflow: 'ci',
        run: 1,
        attempt: 1,
        commit: SHA,
        conclusion: 'success',
      },
      ...{
        startedAt: '2026-01-05T00:00:00Z',
        jobs: [{ name: 'unit', conclusion: 'success', startedAt: '2026-01-05T00:00:00Z' }],
      },
    }
    await sherpa(['ingest', '-', '--store', store], { input: `${JSON.stringify(run)}\n`, cwd: folder.path })
    const now = ['--store', store, '--now', '2026-01-06T00:00:00Z']
    expect(await gate(['--ci', 'store', ...now])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 of 1 green') })
    expect(await gate(['--ci', 'store', '--commit', aSha('other'), ...now])).toMatchObject({ exitCode: 5 })
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await rest(50)
  }
  throw new Error(`${url} does not answer`)
}
