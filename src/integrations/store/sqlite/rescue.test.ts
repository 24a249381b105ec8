import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tempFolder } from '../../../../test/temp-folder.ts'
import type { AttemptRecord } from '../../../core/model/history.ts'
import { migrate } from '../migrate.ts'
import { createStore } from '../open-store.ts'
import { TABLES } from '../tables.ts'
import { loadBetterSqlite } from './better-sqlite.ts'
import { openRescued } from './copy.ts'
import { createDatabase, type OpenDatabase, type OpenFile } from './database.ts'
import { openSqlite } from './engine.ts'
import { loadNodeSqlite } from './node-sqlite.ts'
import { type Row, stepwise } from './reachable.ts'
import type { Rescue } from './rescue.ts'

const PAGE = 4096
const CLUSTERED: Readonly<Record<string, readonly string[]>> = {
  step: ['job_id', 'position'],
  job_metric: ['job_id', 'name'],
  test_result: ['job_id', 'test_case_id', 'turn'],
  failure: ['job_id', 'position'],
  green_line: ['job_name_id', 'hash'],
  change: ['run_id', 'file'],
}

const folder = tempFolder()
afterAll(() => folder[Symbol.dispose]())
let sound: Buffer
let pages: readonly TablePage[]
let rowsOf: ReadonlyMap<string, readonly Row[]>
beforeAll(async () => {
  const path = join(folder.path, 'sound.db')
  const open = await loadNodeSqlite()
  const engine = openSqlite(path, open)
  await migrate(engine)
  const store = createStore(engine)
  for (let run = 1; run <= 240; run += 80) await store.record(Array.from({ length: 80 }, (_, i) => attempt(run + i)))
  for (let at = 0; at < 50; at++) await store.recordPlan(plan(at))
  await engine.close()
  sound = readFileSync(path)
  const database = createDatabase(path, open)
  pages = leafPages(database)
  rowsOf = new Map(TABLES.map(table => [table, listed(database, table)]))
  database.close()
})

interface TablePage {
  readonly table: string
  readonly page: number
}

/** Leaves of the b-trees of tables. https://sqlite.org/dbstat.html */
const leafPages = (database: OpenDatabase): TablePage[] =>
  database
    .prepare("select name as 'table', pageno as page from dbstat where pagetype = 'leaf'")
    .all([])
    .map(row => row as TablePage)
    .filter(({ table }) => (TABLES as readonly string[]).includes(table))

const selected = (table: string) =>
  `select ${table in CLUSTERED ? '' : 'rowid as "rowid", '}* from "${table}"${table in CLUSTERED ? '' : ' not indexed'}`

const listed = (database: OpenDatabase, table: string) => database.prepare(selected(table)).all([]) as Row[]

/** Those whose own pages can be read: each is looked for by its key alone. */
function reachable(database: OpenDatabase, table: string): readonly Row[] {
  const keys = CLUSTERED[table] ?? ['rowid']
  const sql = `${selected(table)} where ${keys.map(key => `"${key}" = ?`).join(' and ')}`
  return (rowsOf.get(table) ?? []).filter(row => {
    const found = stepwise(
      database,
      sql,
      keys.map(key => row[key]),
    )
    const same = JSON.stringify(found.next()) === JSON.stringify(row)
    found.leave()
    return same
  })
}

function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Overwrites some pages with zeros, ones or noise. */
function damaged(seed: number, chosen: readonly TablePage[]): Buffer {
  const draw = random(seed)
  const bytes = Buffer.from(sound)
  for (const { page } of chosen) {
    const kind = draw(3)
    const start = (page - 1) * PAGE
    for (let at = start; at < start + PAGE; at++) bytes[at] = kind === 0 ? 0 : kind === 1 ? 0xff : draw(256)
  }
  return bytes
}

const engines = ['better-sqlite3', 'node:sqlite'] as const
const opener = async (name: (typeof engines)[number]): Promise<OpenFile> => {
  const open = name === 'node:sqlite' ? await loadNodeSqlite() : await loadBetterSqlite()
  if (!open) throw new Error(`${name} is not there`)
  return open
}

async function rescued(name: string, bytes: Buffer, open: OpenFile): Promise<{ rescue: Rescue; rows: Map<string, Row[]> }> {
  const path = folder.write(`${name}.db`, bytes)
  const { engine, rescue } = await openRescued(path, open)
  const rows = new Map<string, Row[]>()
  for (const table of TABLES) rows.set(table, (await engine.db.selectFrom(table).selectAll().execute()) as Row[])
  await engine.close()
  expect(readFileSync(path).equals(bytes)).toBe(true)
  return { rescue, rows }
}

describe.each(engines)('%s: all rows are saved that can be read', engine => {
  test.each([1, 2, 3, 4, 5, 6])('with pages damaged here and there, seed %i', async seed => {
    const draw = random(seed * 7919)
    const chosen = Array.from({ length: 1 + draw(15) }, () => pages[draw(pages.length)] as TablePage)
    await expectSaved(`${engine[0]}-${seed}`, damaged(seed, chosen), engine)
  })

  test('with the first, the last and all but one page of a table damaged', async () => {
    for (const table of ['job', 'failure']) {
      const own = pages.filter(page => page.table === table)
      expect(own.length).toBeGreaterThan(4)
      const [first, last, middle] = [own[0], own.at(-1), own[own.length >> 1]] as [TablePage, TablePage, TablePage]
      await expectSaved(`${engine[0]}-ends-${table}`, damaged(1, [first, last]), engine)
      await expectSaved(
        `${engine[0]}-one-${table}`,
        damaged(
          2,
          own.filter(page => page !== middle),
        ),
        engine,
      )
    }
  })
})

async function expectSaved(name: string, bytes: Buffer, engine: (typeof engines)[number]) {
  const open = await opener(engine)
  const { rescue, rows } = await rescued(name, bytes, open)

  const file = createDatabase(folder.write(`${name}-again.db`, bytes), open)
  for (const table of TABLES) {
    const saved = new Set((rows.get(table) ?? []).map(row => JSON.stringify(row)))
    const plans = new Set(rows.get('plan')?.map(({ id }) => id))
    const expected = reachable(file, table)
      // What is left of an action whose plan is lost says nothing.
      .filter(row => table !== 'action' || plans.has(row['plan_id']))
      .map(({ rowid: _, ...row }) => JSON.stringify(row))
    expect.soft(expected.filter(row => !saved.has(row)).slice(0, 3), `${name}: ${table}`).toEqual([])
    const all = rowsOf.get(table)?.length ?? 0
    const { whole, inPart, lost } = rescue[table]
    expect.soft(whole, table).toBeGreaterThanOrEqual(expected.length)
    expect.soft(whole + inPart, table).toBe(rows.get(table)?.length)
    if (lost !== null) expect.soft(whole + inPart + lost, table).toBe(all)
  }
  file.close()
}

function attempt(run: number): AttemptRecord {
  const jobs = ['build', 'unit', 'e2e'].map(name => ({
    name,
    conclusion: 'success' as const,
    startedMs: 1_767_225_600_000 + run * 60_000,
    durationMs: 1000 * run,
    runner: { image: 'ubuntu-24.04', version: `2026010${run % 9}.1` },
    steps: Array.from({ length: 4 }, (_, i) => ({ name: `step ${i}`, durationMs: run * 10 + i })),
    metrics: { cpuMs: run, peakMemoryBytes: run * 4096 },
    tests: Array.from({ length: 12 }, (_, i) => ({
      name: `suite ${name} test ${(run + i * 7) % 60}`,
      outcome: i === 3 ? ('failed' as const) : ('passed' as const),
      durationMs: i,
      message: i === 3 ? `run ${run} said `.repeat(run % 40 === 0 ? 900 : 3) : '',
    })),
    failures: [
      {
        fingerprint: `v1:${run % 17}`,
        category: 'test' as const,
        rule: null,
        title: `failure of ${name}`,
        message: `expected ${run}`,
        step: null,
        lines: null,
        captures: { name },
        confidence: 0.5,
      },
    ],
    greenLines: run % 40 === 0 ? Array.from({ length: 160 }, (_, i) => run * 7_919_000_000 + i * 104_729_000_001) : [],
  }))
  const changes = [{ file: `src/${run}.ts`, patch: `+${run}\n`.repeat(run % 60 === 0 ? 4000 : 4) }]
  return { repository: 'acme/web', workflow: 'ci', run, attempt: 1, branch: 'main', commit: `c${run}`, changes, jobs }
}

const plan = (at: number) => ({
  id: `plan-${at}`,
  repository: 'acme/web',
  run: at + 1,
  attempt: 1,
  plannedMs: 1_767_225_600_000 + at,
  actions: [
    {
      id: `action-${at}`,
      remedy: 'rerun-job',
      params: { job: 'unit' },
      verdict: 'allow' as const,
      reasons: [{ code: 'a', text: 'b'.repeat(300) }],
    },
  ],
})
