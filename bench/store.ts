import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AttemptRecord, JobRecord } from '../src/core/model/history.ts'
import { migrate } from '../src/integrations/store/migrate.ts'
import { createStore, type Store } from '../src/integrations/store/open-store.ts'
import { openSqlite } from '../src/integrations/store/sqlite/engine.ts'
import { loadSqlite } from '../src/integrations/store/sqlite/load.ts'
import { type Figure, median, milliseconds } from './figure.ts'

const JOBS = 1_000_000
const JOBS_OF_A_RUN = 5
const REPOSITORIES = 10
const DAY_MS = 86_400_000
const T0 = Date.UTC(2025, 0, 1)
/** Attempts recorded at once. */
const AT_ONCE = 5000

/** A year of ten repositories: how fast it is loaded, against SQLite's own import of the same rows, and how fast it is asked. */
export async function measure({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sherpa-bench-'))
  const jobs = isQuick ? JOBS / 10 : JOBS
  try {
    const file = join(folder, 'history.db')
    const [loaded, imported]: [Spent[], Spent[]] = [[], []]
    for (let round = 0; round < (isQuick ? 1 : 3); round++) {
      loaded.push(await load(file, jobs))
      if (hasSqlite()) imported.push(await importSame(file, join(folder, 'imported.db'), folder))
    }
    return [...loading(jobs, medianOf(loaded), medianOf(imported)), ...(await asking(file, isQuick))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Milliseconds by the clock, and of a processor: on a machine that is shared only those compare. */
interface Spent {
  readonly wallMs: number
  readonly cpuMs: number
}

const medianOf = (all: readonly Spent[]): Spent => ({
  wallMs: median(all.map(({ wallMs }) => wallMs)),
  cpuMs: median(all.map(({ cpuMs }) => cpuMs)),
})

function loading(jobs: number, loaded: Spent, imported: Spent): readonly Figure[] {
  const name = `load ${jobs} job rows`
  if (Number.isNaN(imported.cpuMs)) {
    console.log('sqlite3 is not installed: nothing to compare the loading of rows with')
    return [{ name, value: milliseconds(loaded.wallMs) }]
  }
  const compare = (of: number) => ({ ratio: { of, to: 'sqlite3 .import' }, bounds: [{ value: of, max: 1, text: '1 ×' }] })
  return [
    { name: 'sqlite3 .import of the same', value: milliseconds(imported.wallMs) },
    { name, value: milliseconds(loaded.wallMs), ...compare(loaded.wallMs / imported.wallMs) },
    { name: 'processor time of the import', value: milliseconds(imported.cpuMs) },
    { name: 'processor time of the load', value: milliseconds(loaded.cpuMs), ...compare(loaded.cpuMs / imported.cpuMs) },
  ]
}

async function asking(file: string, isQuick: boolean): Promise<readonly Figure[]> {
  const store = await open(file)
  const key = { repository: 'acme/web-3', workflow: 'ci', job: 'job 2' }
  const sinceMs = T0 + 300 * DAY_MS
  const window = { repository: key.repository, sinceMs, untilMs: sinceMs + 30 * DAY_MS }
  const lastMs = await timeOf(() => store.lastJobs(key, 500))
  const totalsMs = await timeOf(() => store.totals(window))
  await store.close()
  const bound = (value: number, max: number) => (isQuick ? [] : [{ value, max, text: milliseconds(max) }])
  return [
    { name: 'the last 500 of one job', value: milliseconds(lastMs), bounds: bound(lastMs, 2) },
    { name: '30 days of one repository', value: milliseconds(totalsMs), bounds: bound(totalsMs, 30) },
  ]
}

async function timeOf(ask: () => Promise<readonly unknown[]>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 50; round++) {
    const before = performance.now()
    const answer = await ask()
    times.push(performance.now() - before)
    if (answer.length === 0) return Number.NaN
  }
  return median(times)
}

async function open(file: string): Promise<Store> {
  const engine = openSqlite(file, await loadSqlite())
  await migrate(engine)
  return createStore(engine)
}

/** From an empty file to one that is closed, without the time in which the rows are thought up. */
async function load(file: string, jobs: number): Promise<Spent> {
  remove(file)
  const store = await open(file)
  const made = { wallMs: 0, cpuMs: 0 }
  const whole = stopwatch()
  await store.filling(async () => {
    for (let first = 0; first < jobs / JOBS_OF_A_RUN; first += AT_ONCE) {
      const making = stopwatch()
      const batch = Array.from({ length: AT_ONCE }, (_, i) => attemptOf(first + i, jobs / JOBS_OF_A_RUN))
      const { wallMs, cpuMs } = making()
      made.wallMs += wallMs
      made.cpuMs += cpuMs
      await store.record(batch)
    }
  })
  await store.close()
  const { wallMs, cpuMs } = whole()
  return { wallMs: wallMs - made.wallMs, cpuMs: cpuMs - made.cpuMs }
}

function stopwatch(): () => Spent {
  const [startMs, start] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(start)
    return { wallMs: performance.now() - startMs, cpuMs: (user + system) / 1000 }
  }
}

/** The same rows and columns into the same tables with the same indexes, as SQLite's own shell does it. */
async function importSame(from: string, to: string, folder: string): Promise<Spent> {
  const csv = (table: string) => join(folder, `${table}.csv`)
  for (const table of TABLES) sqlite(from, '.mode csv', `.once ${csv(table)}`, `select * from ${table}`)
  remove(to)
  await (await open(to)).close()
  const before = performance.now()
  const cpuMs = sqlite(to, 'pragma synchronous = normal', '.mode csv', ...TABLES.map(table => `.import ${csv(table)} ${table}`))
  return { wallMs: performance.now() - before, cpuMs }
}

const TABLES = ['run', 'attempt', 'job']

/** Returns the milliseconds of processor time: a shell tells them of its children. */
function sqlite(file: string, ...commands: readonly string[]): number {
  const shell = ['-c', 'sqlite3 -batch "$@" && times', 'sh', file, ...commands]
  const { status, stdout, stderr } = spawnSync('sh', shell, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`sqlite3: ${stderr}`)
  const ofChildren = stdout.trim().split('\n').at(-1) ?? ''
  return [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  )
}

const hasSqlite = () => spawnSync('sqlite3', ['--version']).status === 0

const remove = (file: string) => {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
}

function attemptOf(i: number, all: number): AttemptRecord {
  const startedMs = T0 + Math.round((i * 365 * DAY_MS) / all)
  return {
    repository: `acme/web-${i % REPOSITORIES}`,
    workflow: 'ci',
    run: 1000 + i,
    attempt: 1,
    event: 'push',
    branch: `branch-${i % 50}`,
    commit: `928a0af97713f411d7c40efdec8c33e3b67b${String(i % 10_000).padStart(4, '0')}`,
    startedMs,
    completedMs: startedMs + 600_000,
    conclusion: 'success',
    jobs: Array.from({ length: JOBS_OF_A_RUN }, (_, job) => jobOf(i * JOBS_OF_A_RUN + job, job, startedMs)),
  }
}

const jobOf = (i: number, job: number, startedMs: number): JobRecord => ({
  name: `job ${job}`,
  id: i,
  conclusion: i % 13 === 0 ? 'failure' : 'success',
  startedMs: startedMs + job * 1000,
  durationMs: 60_000 + ((i * 7919) % 90_000),
  queuedMs: (i * 31) % 9000,
  runner: { image: 'ubuntu-24.04', version: `2025${i % 7}`, os: 'linux' },
  log: { lines: 500 + ((i * 17) % 4000), bytes: 50_000 + ((i * 977) % 900_000), errorLines: i % 5, newLines: i % 11 },
})
