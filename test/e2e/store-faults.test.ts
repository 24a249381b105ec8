import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from '../../src/integrations/store/migrate.ts'
import { createStore } from '../../src/integrations/store/open-store.ts'
import { openSqlite } from '../../src/integrations/store/sqlite/engine.ts'
import { loadNodeSqlite } from '../../src/integrations/store/sqlite/node-sqlite.ts'
import { tempFolder } from '../temp-folder.ts'
import { CLI, sherpa } from './sherpa.ts'

/** How often each kind of work is killed; more of it by SHERPA_FAULT_ROUNDS=100. */
const ROUNDS = Number(process.env['SHERPA_FAULT_ROUNDS'] ?? 12)
const DOCUMENTS = 2000

const folder = tempFolder()
afterAll(() => folder[Symbol.dispose]())
const runs = folder.write('runs.ndjson', documents(1, DOCUMENTS))

describe('killed at any moment, the store opens, nothing that was committed is lost, the next run completes', () => {
  test('ingest', { timeout: 300_000 }, async () => {
    await killAgainAndAgain('ingest', store => ['ingest', runs, '--store', store])
  })

  test('import', { timeout: 300_000 }, async () => {
    const from = join(folder.path, 'from.db')
    const exported = join(folder.path, 'exported.ndjson')
    await sherpa(['ingest', runs, '--store', from])
    await sherpa(['store', 'export', exported, '--store', from])
    await killAgainAndAgain('import', store => ['store', 'import', exported, '--store', store])
  })

  test('migrate', { timeout: 300_000 }, async () => {
    const open = await loadNodeSqlite()
    for (let round = 0; round < ROUNDS; round++) {
      const store = join(folder.path, `old-${round}.db`)
      const engine = openSqlite(store, open)
      await migrate(engine, 1)
      await createStore(engine).record([{ repository: 'acme/web', workflow: 'ci', run: 1, attempt: 1, jobs: [{ name: 'unit' }] }])
      await engine.close()
      const child = start(['store', 'check', '--store', store])
      await wait(moment(round, 400))
      await kill(child)
      await expectSound(store, 1)
    }
  })
})

test('two at once: no lock reaches the user, and nothing is there twice', { timeout: 120_000 }, async () => {
  const store = join(folder.path, 'shared.db')
  const more = folder.write('more.ndjson', documents(DOCUMENTS / 2, DOCUMENTS * 1.5))
  const results = await Promise.all([runs, more, runs].map(file => sherpa(['ingest', file, '--store', store, '--json'])))
  for (const { stderr, exitCode } of results) expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  const counts: { new: number }[] = results.map(({ stdout }) => JSON.parse(stdout))
  expect(counts.reduce((sum, count) => sum + count.new, 0)).toBe(DOCUMENTS * 1.5)
  await expectSound(store, DOCUMENTS * 1.5)
})

/** Starts the work on what the last round left, kills it, and looks; then lets it finish. */
async function killAgainAndAgain(name: string, work: (store: string) => readonly string[]) {
  let store = ''
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 4 === 0) store = join(folder.path, `${name}-${round}.db`)
    const child = start(work(store))
    await wait(moment(round, 1500))
    const committed = attemptsIn(store)
    await kill(child)
    await expectSound(store, committed)
  }
  const { exitCode, stderr } = await sherpa(work(store))
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  await expectSound(store, DOCUMENTS)
  expect(attemptsIn(store)).toBe(DOCUMENTS)
}

/** Spread over the time that the work takes, and the same every time. */
const moment = (round: number, mostMs: number) => ((round * 0.618_034 + 0.1) % 1) * mostMs

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], { stdio: 'ignore', env: {} })
}

async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** What a reader sees was committed. */
function attemptsIn(store: string): number {
  if (!existsSync(store)) return 0
  const database = new DatabaseSync(store, { readOnly: true, timeout: 5000 })
  try {
    return Number(database.prepare('select count(*) as count from attempt').get()?.['count'])
  } catch {
    // There is no table yet.
    return 0
  } finally {
    database.close()
  }
}

async function expectSound(store: string, atLeast: number) {
  const { stdout, stderr, exitCode } = await sherpa(['store', 'check', '--store', store, '--json'])
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  const { rows, mistakes }: { rows: Record<string, number>; mistakes: string[] } = JSON.parse(stdout)
  expect(mistakes).toEqual([])
  expect(rows['attempt']).toBeGreaterThanOrEqual(atLeast)
  expect(rows).toMatchObject({ run: rows['attempt'], job: rows['attempt'] })
}

function documents(first: number, end: number): string {
  return Array.from({ length: end - first + 1 }, (_, i) => {
    const run = first + i
    const tests = Array.from({ length: 5 }, (_, test) => ({
      name: `test ${test}`,
      outcome: (run + test) % 7 === 0 ? 'failed' : 'passed',
    }))
    const startedAt = new Date(Date.UTC(2026, 0, 1) + run * 60_000).toISOString()
    const jobs = [{ name: 'unit', conclusion: 'success', startedAt, tests }]
    return `${JSON.stringify({ schema: 'sherpa.run/1', repository: 'acme/web', workflow: 'ci', run, startedAt, jobs })}\n`
  }).join('')
}
