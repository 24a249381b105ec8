import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { simulationSchema } from '../../src/core/simulate/schema.ts'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
let store: string

const START = Date.UTC(2026, 0, 6)
const MINUTE = 60_000
const NETWORK =
  'npm error code ECONNRESET\nnpm error network request to https://registry.npmjs.org/left-pad failed, reason: read ECONNRESET\n'
const LINT = "src/cart.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.\n"

/** An attempt of six minutes that starts so many minutes after the beginning; without a log it is green. */
function attempt(run: number, number: number, minutes: number, log?: string) {
  const at = (more: number) => new Date(START + (minutes + more) * MINUTE).toISOString()
  const conclusion = log === undefined ? 'success' : 'failure'
  const job = { name: 'unit', conclusion, startedAt: at(0), completedAt: at(6), ...(log !== undefined && { log }) }
  return {
    ...{
      schema: 'sherpa.run/1',
      repository: 'acme/web',
      workflow: 'ci',
      run,
      attempt: number,
      event: 'pull_request',
      branch: `pr-${run}`,
    },
    ...{ base: 'main', commit: `${run}`.padStart(40, 'a'), startedAt: at(0), completedAt: at(6), conclusion, jobs: [job] },
  }
}

/** Run 1 fails by the network and is run again half an hour later; run 2 does not compile; run 3 is green. */
const documents = [attempt(1, 1, 0, NETWORK), attempt(1, 2, 36), attempt(2, 1, 3000, LINT), attempt(3, 1, 6000)]

beforeAll(async () => {
  folder = tempFolder()
  store = join(folder.path, 'history.db')
  folder.write('new.yml', 'policy:\n  preset: auto-rerun\n')
  const input = documents.map(one => `${JSON.stringify(one)}\n`).join('')
  await sherpa(['ingest', '-', '--store', store], { input, cwd: folder.path })
})
afterAll(() => folder[Symbol.dispose]())

const simulate = (...args: string[]) =>
  sherpa(['simulate', '--store', store, '--now', '2026-02-01T00:00:00Z', ...args], { cwd: folder.path })

describe('sherpa simulate', () => {
  test('as JSON: what the policy would have done, and what changes', async () => {
    const { stdout, stderr, exitCode } = await simulate('--policy', 'new.yml', '--json')
    expect([stderr, exitCode]).toEqual(['', 0])
    expect(simulationSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ policy: 'new.yml (preset auto-rerun)', runs: 3, failing: 2, healed: 1, minutesSpent: 6, minutesSaved: 30, masked: 0 },
      actions: [{ run: 1, remedy: 'rerun-failed-jobs', today: 'deny', verdict: 'allow', changed: true, effect: 'healed' }],
      decisionsChanged: 1,
    })
    expect((await simulate('--policy', 'new.yml', '--json')).stdout).toBe(stdout)
  })

  test('as a table', async () => {
    const { stdout } = await simulate('--policy', 'new.yml')
    expect(stdout).toMatch(/^policy {3}new\.yml \(preset auto-rerun\)\nruns {5}3, 2 failed\nhealed {3}1 run\n/)
    expect(stdout).toMatch(/2026-01-06 00:06 +1 +rerun-failed-jobs +deny +allow +healed /)
  })

  test("today's policy changes nothing; of a time without runs there is nothing", async () => {
    expect(JSON.parse((await simulate('--json')).stdout)).toMatchObject({
      policy: 'preset suggest',
      healed: 0,
      decisionsChanged: 0,
    })
    expect(JSON.parse((await simulate('--since', '1d', '--json')).stdout)).toMatchObject({ runs: 0, failing: 0, actions: [] })
  })

  test('a policy that is not there', async () => {
    expect(await simulate('--policy', 'gone.yml')).toMatchObject({ exitCode: 2, stdout: '' })
  })
})
