import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import { tempFolder } from '../temp-folder.ts'
import { collect, collectArgs, collectEnv, history, jobRows, worldOf } from './collect-world.ts'
import { CLI, sherpa } from './sherpa.ts'

/** How often a collecting is killed; more of it by SHERPA_FAULT_ROUNDS=100. */
const ROUNDS = Number(process.env['SHERPA_FAULT_ROUNDS'] ?? 20)
const RUNS = 60

const folder = tempFolder()
let github: FakeGitHub
beforeAll(async () => {
  github = await startFakeGitHub(worldOf(history(RUNS)))
})
afterAll(async () => {
  folder[Symbol.dispose]()
  await github.stop()
  expect(github.violations).toEqual([])
})

test('killed at any moment, it goes on where it was: nothing is lost, nothing is there twice', { timeout: 300_000 }, async () => {
  const whole = join(folder.path, 'whole.db')
  await collect(github, whole)
  const expected = jobRows(whole)
  expect(expected).toHaveLength(126)

  let store = ''
  let stored = 0
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 5 === 0) {
      store = join(folder.path, `killed-${round}.db`)
      stored = 0
    }
    await killAfter(store, moment(round, 1200))
    const now = await soundRows(store)
    expect(now).toBeGreaterThanOrEqual(stored)
    stored = now
    if (round % 5 !== 4) continue
    const { exitCode, stderr } = await collect(github, store)
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(jobRows(store)).toEqual(expected)
  }
})

/** Spread over the time that the work takes, and the same every time. */
const moment = (round: number, mostMs: number) => ((round * 0.618_034 + 0.1) % 1) * mostMs

async function killAfter(store: string, ms: number) {
  const child = spawn(process.execPath, [CLI, ...collectArgs(store)], { stdio: 'ignore', env: collectEnv(github) })
  await wait(ms)
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** How many jobs are there, in a store that is sound. */
async function soundRows(store: string): Promise<number> {
  if (!existsSync(store)) return 0
  const { stdout, stderr, exitCode } = await sherpa(['store', 'check', '--store', store, '--json'])
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  const { rows, mistakes }: { rows: Record<string, number>; mistakes: string[] } = JSON.parse(stdout)
  expect(mistakes).toEqual([])
  return rows['job'] ?? 0
}
