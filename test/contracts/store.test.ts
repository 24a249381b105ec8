import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chained, walk } from '../../src/core/heal/chain.ts'
import type { AttemptRecord, JobRecord } from '../../src/core/model/history.ts'
import type { LedgerEntry, NewEntry } from '../../src/core/model/ledger.ts'
import type { Ledger, LedgerScope } from '../../src/core/ports/ledger.ts'
import { exportAttempt } from '../../src/core/record/export-rows.ts'
import { importHistory } from '../../src/core/record/import-history.ts'
import type { Engine } from '../../src/integrations/store/engine.ts'
import { migrate } from '../../src/integrations/store/migrate.ts'
import { migrations } from '../../src/integrations/store/migrations/index.ts'
import { createStore, openStore, type Store } from '../../src/integrations/store/open-store.ts'
import { openPostgres } from '../../src/integrations/store/postgres/engine.ts'
import { loadBetterSqlite } from '../../src/integrations/store/sqlite/better-sqlite.ts'
import { openSqlite } from '../../src/integrations/store/sqlite/engine.ts'
import { loadNodeSqlite } from '../../src/integrations/store/sqlite/node-sqlite.ts'
import { findPostgres, type PostgresServer, startPostgres } from '../fakes/postgres/server.ts'
import { tempFolder } from '../temp-folder.ts'

const folder = tempFolder()
afterAll(() => folder[Symbol.dispose]())
let files = 0
const newFile = () => join(folder.path, `${++files}.db`)

describe('better-sqlite3', async () => {
  const open = await loadBetterSqlite()
  if (!open) throw new Error('better-sqlite3 is not installed')
  contract(
    async () => newFile(),
    async place => openSqlite(place, open),
  )
})

describe('node:sqlite', async () => {
  const open = await loadNodeSqlite()
  contract(
    async () => newFile(),
    async place => openSqlite(place, open),
  )
})

const programs = findPostgres()
describe.skipIf(programs === undefined)(
  `PostgreSQL${programs ? '' : ' (not installed here: apt-get install postgresql)'}`,
  () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres(programs ?? '')
    })
    afterAll(() => server[Symbol.asyncDispose]())
    contract(() => server.database(), openPostgres)

    test('a connection that is lost is a sentence, and the next one works', async () => {
      const place = await server.database()
      const engine = await openPostgres(place)
      await migrate(engine)
      const lost = engine.write(({ db }) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(db))
      await expect(lost).rejects.toMatchObject({
        code: 'store-lost',
        kind: 'world',
        message: expect.stringMatching(/^PostgreSQL at postgres:\/\/postgres@127\.0\.0\.1:\d+\/test_\d+ has gone away: /),
      })
      expect(await createStore(engine).record([attempt(1, [])])).toEqual(['new'])
      await engine.close()
    })

    test('space is given back for a size only, because that locks; tables of others are left alone', async () => {
      const engine = await openPostgres(await server.database())
      await migrate(engine)
      const store = createStore(engine)
      await store.record([1, 2, 3].map(run => attempt(run, [{ name: 'unit' }])))
      await sql`create table theirs (id integer)`.execute(engine.db)
      const files = async () => {
        const { rows } = await sql<{ job: number; theirs: number; vacuumed: boolean }>`select
          pg_relation_filenode('job') as job, pg_relation_filenode('theirs') as theirs,
          (select last_vacuum is not null from pg_stat_user_tables where relname = 'theirs') as vacuumed`.execute(engine.db)
        return rows[0]
      }
      const before = await files()
      expect(await store.prune({ beforeMs: T0 + 2 * 3_600_000 })).toMatchObject({ attempts: 1 })
      expect(await files()).toEqual({ ...before, vacuumed: false })
      await store.prune({ maxBytes: 1 })
      const after = await files()
      expect(after).toEqual({ job: expect.any(Number), theirs: before?.theirs, vacuumed: false })
      expect(after?.job).not.toBe(before?.job)
      await engine.close()
    })

    test('a server that is not there is a sentence without the password', async () => {
      await expect(
        openStore('postgres://me:hunter2secret@127.0.0.1:9/history', { now: () => new Date(0), onAside: () => {} }),
      ).rejects.toMatchObject({
        code: 'store-unreachable',
        kind: 'world',
        message: expect.stringMatching(
          /^PostgreSQL at postgres:\/\/me@127\.0\.0\.1:9\/history does not let us in: (?!.*hunter2)/,
        ),
      })
    })
  },
)

const KEY = { repository: 'acme/web', workflow: 'ci', job: 'unit' }
const DAY = 86_400_000
const T0 = Date.UTC(2026, 0, 5)
const ALWAYS = { repository: 'acme/web', sinceMs: 0, untilMs: T0 + 1000 * DAY }

const attempt = (run: number, jobs: readonly JobRecord[], more: Partial<AttemptRecord> = {}): AttemptRecord => ({
  repository: 'acme/web',
  workflow: 'ci',
  run,
  attempt: 1,
  commit: `c${run}`,
  startedMs: T0 + run * 3_600_000,
  conclusion: 'success',
  jobs,
  ...more,
})

const unit = (more: Partial<JobRecord> = {}): JobRecord => ({
  name: 'unit',
  conclusion: 'success',
  durationMs: 1000,
  queuedMs: 10,
  ...more,
})

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const ledgerLine = (action: string, atMs: number, repository = 'acme/web'): NewEntry => ({
  atMs,
  event: 'started',
  action,
  plan: 'plan:1',
  remedy: 'rerun-failed-jobs',
  params: {},
  target: { repository, workflow: 'ci', run: 1, attempt: 1, commit: 'c', fingerprint: null, job: null, thing: 'run:1' },
  by: 'sherpa',
  reasons: [],
  detail: '',
  effect: null,
  minutes: 1,
})

function contract(place: () => Promise<string>, openEngine: (place: string) => Promise<Engine>) {
  const opened: Store[] = []
  afterAll(async () => {
    for (const store of opened) await store.close()
  })
  async function open(at: string): Promise<Store> {
    const engine = await openEngine(at)
    await migrate(engine)
    const store = createStore(engine)
    opened.push(store)
    return store
  }
  let store: Store
  let home: string
  beforeEach(async () => {
    home = await place()
    store = await open(home)
  })

  test('an attempt is new once, and comes back with everything', async () => {
    const full = attempt(
      1,
      [
        unit({
          id: 9_876_543_210,
          startedMs: T0 + 5,
          conclusion: 'failure',
          runner: { image: 'ubuntu-24.04', version: '2026.1', os: 'linux' },
          log: { lines: 10, bytes: 200, errorLines: 2, newLines: 1 },
          steps: [{ name: 'Set up job', conclusion: 'success', durationMs: 3 }, { name: 'Run tests' }],
          metrics: { cpuMs: 12.5, peakMemoryBytes: 1e9 },
          tests: [
            { name: 'adds', outcome: 'passed', durationMs: 1.5 },
            { name: 'divides', outcome: 'failed', message: 'by zero\nat 3' },
            { name: 'divides', outcome: 'passed' },
          ],
          failures: [
            {
              fingerprint: 'v1:0a',
              category: 'test',
              rule: 'jest/failed',
              title: 'divides fails',
              message: 'by zero',
              step: 'Run tests',
              lines: [3, 4],
              file: 'a.ts',
              line: 7,
              captures: { test: 'divides' },
              confidence: 0.9,
            },
          ],
        }),
        unit(),
        { name: 'lint' },
      ],
      {
        event: 'push',
        branch: 'fix ✓',
        base: 'main',
        pullRequest: 12,
        parents: ['p1', 'p2'],
        actor: 'a',
        triggeredBy: 'b',
        url: 'https://ci/1',
        completedMs: T0 + 100,
        changes: [{ file: 'a.ts', patch: '+1' }, { file: 'b.ts' }],
      },
    )
    expect(await store.record([full])).toEqual(['new'])
    expect(await store.record([full])).toEqual(['known'])
    const [back] = await all(store.records())
    const withStart = full.jobs.map(job => ({ startedMs: full.startedMs, ...job }))
    expect(back).toEqual({ ...full, jobs: withStart })
    expect((await store.check()).rows).toMatchObject({
      run: 1,
      attempt: 1,
      job: 3,
      step: 2,
      test_result: 3,
      failure: 1,
      change: 2,
    })
  })

  test('what is told later completes what was told before, also in the same batch', async () => {
    await store.record([
      attempt(1, [unit({ tests: [{ name: 'a', outcome: 'failed' }] })], { branch: 'main' }),
      attempt(1, [{ name: 'unit', durationMs: 2000 }, { name: 'lint' }], { actor: 'me' }),
    ])
    await store.record([attempt(1, [{ name: 'unit', tests: [{ name: 'a', outcome: 'passed' }] }])])
    const [back] = await all(store.records())
    expect(back).toMatchObject({ branch: 'main', actor: 'me', conclusion: 'success' })
    expect(back?.jobs).toMatchObject([
      { name: 'unit', durationMs: 2000, conclusion: 'success', tests: [{ name: 'a', outcome: 'passed' }] },
      { name: 'lint' },
    ])
  })

  test('attempts of one run stand beside each other', async () => {
    expect(await store.record([attempt(1, [unit()]), attempt(1, [unit()], { attempt: 2 })])).toEqual(['new', 'new'])
    expect((await store.check()).rows).toMatchObject({ run: 1, attempt: 2, job: 2 })
  })

  test('the last ones of a job, newest first', async () => {
    await store.record(Array.from({ length: 30 }, (_, i) => attempt(i + 1, [unit(), { name: 'lint' }])))
    await store.record([attempt(99, [{ name: 'unit' }], { startedMs: T0 - DAY })])
    const last = await store.lastJobs(KEY, 3)
    expect(last.map(({ run }) => run)).toEqual([30, 29, 28])
    expect(last[0]).toEqual({
      ...KEY,
      run: 30,
      attempt: 1,
      event: null,
      branch: null,
      base: null,
      pullRequest: null,
      commit: 'c30',
      startedMs: T0 + 30 * 3_600_000,
      conclusion: 'success',
      durationMs: 1000,
      queuedMs: 10,
      image: null,
      imageVersion: null,
      os: null,
      logLines: null,
      logBytes: null,
      errorLines: null,
      newLines: null,
      tests: null,
      testsFailed: null,
      testsSkipped: null,
      testsMs: null,
    })
    expect((await store.lastJobs(KEY, 2, T0 + 3 * 3_600_000)).map(({ run }) => run)).toEqual([2, 1])
    expect(await store.lastJobs({ ...KEY, job: 'unknown' }, 3)).toEqual([])
  })

  test('a window of a repository, job by job and oldest first, in pages', async () => {
    const runs = Array.from({ length: 1203 }, (_, i) =>
      attempt(i + 1, [unit(), { name: 'lint' }], { startedMs: T0 + Math.floor(i / 7) }),
    )
    await store.record([...runs, attempt(1, [unit()], { repository: 'acme/other' })])
    const jobs = await all(store.jobs({ repository: 'acme/web', sinceMs: T0, untilMs: T0 + 171 }))
    expect(jobs.map(({ job, run }) => `${job} ${run}`)).toEqual([
      ...Array.from({ length: 1197 }, (_, i) => `lint ${i + 1}`),
      ...Array.from({ length: 1197 }, (_, i) => `unit ${i + 1}`),
    ])
  })

  test('steps and further measures of a window, job by job and oldest first, in pages', async () => {
    const steps = [{ name: 'Build', conclusion: 'success' as const, durationMs: 70 }, { name: 'Deploy' }]
    const runs = Array.from({ length: 600 }, (_, i) =>
      attempt(
        i,
        [unit({ steps, metrics: { cpuMs: i } }), unit({ name: 'bare' }), unit({ name: 'lint', metrics: { cacheHits: 1 } })],
        {
          startedMs: T0 + (i >> 1),
        },
      ),
    )
    await store.record(runs)
    const measures = await all(store.measures({ ...ALWAYS, sinceMs: T0, untilMs: T0 + 290 }))
    expect(measures).toHaveLength(1160)
    expect(measures.slice(0, 580).map(({ metrics }) => metrics['cacheHits'])).toEqual(new Array(580).fill(1))
    expect(measures.slice(580).map(({ run, job }) => [run, job])).toEqual(Array.from({ length: 580 }, (_, i) => [i, 'unit']))
    expect(measures[587]).toEqual({
      ...KEY,
      ...{ run: 7, attempt: 1, conclusion: 'success', startedMs: T0 + 3, steps, metrics: { cpuMs: 7 } },
    })
  })

  test('totals of each job and day', async () => {
    await store.record([
      attempt(1, [unit()], { startedMs: T0 + 1 }),
      attempt(2, [unit({ conclusion: 'timed_out' })], { startedMs: T0 + 2 }),
      attempt(3, [unit()], { startedMs: T0 + DAY }),
    ])
    expect(await store.totals(ALWAYS)).toEqual([
      { ...KEY, day: '2026-01-05', jobs: 2, failed: 1, durationMs: 2000, queuedMs: 20 },
      { ...KEY, day: '2026-01-06', jobs: 1, failed: 0, durationMs: 1000, queuedMs: 10 },
    ])
  })

  test('results of tests, test by test', async () => {
    const tests = (outcome: 'passed' | 'failed') => [
      { name: 'good', outcome: 'passed' as const },
      { name: 'shaky', outcome },
    ]
    await store.record([
      attempt(1, [unit({ tests: tests('passed'), runner: { image: 'x' } })]),
      attempt(2, [unit({ tests: tests('failed') })]),
      attempt(3, [unit({ tests: tests('passed') })]),
    ])
    const shaky = await all(store.tests(ALWAYS, 'failed'))
    expect(shaky.map(({ name, run, outcome, tests, testsFailed }) => [name, run, outcome, tests, testsFailed])).toEqual([
      ['shaky', 1, 'passed', 2, 0],
      ['shaky', 2, 'failed', 2, 1],
      ['shaky', 3, 'passed', 2, 0],
    ])
    expect(shaky[0]).toMatchObject({ ...KEY, commit: 'c1', image: 'x', imageVersion: null })
    expect((await all(store.tests(ALWAYS, 'all'))).map(({ name }) => name)).toEqual([
      'good',
      'good',
      'good',
      'shaky',
      'shaky',
      'shaky',
    ])
    expect(await all(store.tests({ ...ALWAYS, untilMs: T0 + 3_600_001 }, 'failed'))).toEqual([])
  })

  test('results of the failed tests of the jobs that run one of some tests', async () => {
    const red = (...names: string[]) => ({ tests: names.map(name => ({ name, outcome: 'failed' as const })) })
    await store.record([
      attempt(1, [unit(red('a', 'b')), unit({ name: 'e2e', ...red('c') }), unit({ name: 'unit (windows)', ...red('b', 'd') })]),
    ])
    const beside = async (...names: string[]) =>
      (await all(store.tests(ALWAYS, { failedBeside: new Set(names) }))).map(({ job, name }) => [job, name])
    expect(await beside('b')).toEqual([
      ['unit', 'a'],
      ['unit', 'b'],
      ['unit (windows)', 'b'],
      ['unit (windows)', 'd'],
    ])
    expect(await beside('c', 'unknown')).toEqual([['e2e', 'c']])
    expect(await beside()).toEqual([])
  })

  test('tests of a log are counted, and give way to those of a report, whoever comes first', async () => {
    const ofLog = { tests: [{ name: 'a', outcome: 'failed' }], testCounts: { total: 9, failed: 2, skipped: 1 } } as const
    const ofReport = {
      tests: [
        { name: 'a', outcome: 'failed' },
        { name: 'b', outcome: 'passed', durationMs: 3 },
      ],
    } as const
    await store.record([1, 2, 3].map(run => attempt(run, [unit(run === 2 ? ofReport : ofLog)])))
    await store.record([attempt(2, [unit({ ...ofLog, queuedMs: 77 })]), attempt(3, [unit(ofReport)])])
    const counted = { tests: 9, testsFailed: 2, testsSkipped: 1, testsMs: null }
    const told = { tests: 2, testsFailed: 1, testsSkipped: 0, testsMs: 3 }
    expect(await all(store.jobs(ALWAYS))).toMatchObject([counted, { ...told, queuedMs: 77 }, told])
    const results = await all(store.tests(ALWAYS, 'all'))
    expect(results.map(({ name, run, outcome, logOnly }) => [name, run, outcome, logOnly])).toEqual([
      ['a', 1, 'failed', true],
      ['a', 2, 'failed', false],
      ['a', 3, 'failed', false],
      ['b', 2, 'passed', false],
      ['b', 3, 'passed', false],
    ])
    const [first, second] = await all(store.records())
    expect(first?.jobs).toMatchObject([ofLog])
    expect(second?.jobs[0]).not.toHaveProperty('testCounts')
  })

  test('failures, and where a fingerprint was seen', async () => {
    const failure = {
      category: 'network',
      rule: null,
      title: 't',
      message: 'm',
      step: null,
      lines: null,
      captures: {},
      confidence: 1,
    } as const
    await store.record([1, 2, 3].map(run => attempt(run, [unit({ failures: [{ ...failure, fingerprint: `v1:${run % 2}` }] })])))
    expect((await all(store.failures(ALWAYS))).map(({ run, fingerprint }) => [run, fingerprint])).toEqual([
      [1, 'v1:1'],
      [2, 'v1:0'],
      [3, 'v1:1'],
    ])
    const seen = await store.recurrences('v1:1', 5)
    expect(seen.map(({ run }) => run)).toEqual([3, 1])
    expect(seen[0]).toMatchObject({ ...KEY, ...failure, fingerprint: 'v1:1', commit: 'c3' })
  })

  test('changes of a run, lines of green logs', async () => {
    await store.record([
      attempt(1, [unit({ greenLines: [1, 2 ** 53 - 1] })], { changes: [{ file: 'b' }, { file: 'a', patch: '+' }] }),
    ])
    await store.record([attempt(2, [unit({ greenLines: [1, 5] })])])
    expect(await store.changes('acme/web', 1)).toEqual([{ file: 'a', patch: '+' }, { file: 'b' }])
    expect(await store.greenLines(KEY)).toEqual([1, 5, 2 ** 53 - 1])
  })

  test('plans, outcomes and feedback, each once', async () => {
    const plan = {
      id: 'p',
      repository: 'acme/web',
      run: 1,
      attempt: 1,
      plannedMs: T0,
      actions: [
        { id: 'a1', remedy: 'rerun-job', params: { job: 'unit' }, verdict: 'allow', reasons: [{ code: 'x', text: 'y' }] },
        { id: 'a2', remedy: 'open-issue', params: {}, verdict: 'ask', reasons: [] },
      ],
    } as const
    const outcome = { action: 'a1', atMs: T0 + 1, status: 'done', detail: 'd', verified: true, undo: 'u' }
    const feedback = {
      id: 'f',
      repository: 'acme/web',
      run: 1,
      attempt: 1,
      job: 'unit',
      atMs: T0,
      about: 'category',
      says: 'test',
      by: 'me',
    }
    for (let turn = 0; turn < 2; turn++) {
      await store.recordPlan(plan)
      await store.recordOutcome(outcome)
      await store.recordFeedback(feedback)
    }
    expect(await store.plans(ALWAYS)).toEqual([plan])
    expect(await store.outcomes(ALWAYS)).toEqual([outcome])
    expect(await store.feedback(ALWAYS)).toEqual([feedback])
    expect(await store.plans({ ...ALWAYS, repository: 'acme/other' })).toEqual([])
  })

  test('the ledger: whoever adds sees what stands, and every line holds the hash of the one before', async () => {
    const digest = (text: string) => createHash('sha256').update(text).digest('hex')
    const chain = (entry: NewEntry, last: LedgerEntry | null) => chained(entry, last, digest)
    const engine = await openEngine(home)
    const other = createStore(engine)
    opened.push(other)
    const ledgers = [store.ledger(chain), other.ledger(chain)]
    const claim = (ledger: Ledger, at: number) =>
      ledger.append({ repository: 'acme/web', sinceMs: 0 }, entries =>
        entries.some(({ action }) => action === 'action:1') ? [] : [ledgerLine('action:1', at)],
      )
    const added = await Promise.all(Array.from({ length: 20 }, (_, i) => claim(ledgers[i % 2] as Ledger, i)))
    expect(added.filter(lines => lines.length > 0)).toHaveLength(1)
    await ledgers[0]?.append({ sinceMs: 0 }, () => [ledgerLine('action:2', 50, 'acme/other'), ledgerLine('action:3', 60)])
    const actions = async (scope: LedgerScope) => (await store.ledger(chain).entries(scope)).map(({ action }) => action)
    expect(await actions({ repository: 'acme/web', sinceMs: 0 })).toEqual(['action:1', 'action:3'])
    expect(await actions({ sinceMs: 50 })).toEqual(['action:2', 'action:3'])
    expect(await walk(store.ledger(chain).all(), digest)).toMatchObject({ broken: null, lines: 3 })
    await sql`update ledger set line = replace(line, 'action:2', 'action:9')`.execute(engine.db)
    expect(await walk(store.ledger(chain).all(), digest)).toMatchObject({ broken: { at: 2, what: 'changed' } })
  })

  test('two writers at once: nobody is refused, nothing is there twice', async () => {
    const other = await open(home)
    const runs = Array.from({ length: 40 }, (_, i) => attempt(i + 1, [unit({ tests: [{ name: `t${i}`, outcome: 'passed' }] })]))
    const write = async (to: Store) => {
      const recorded: string[] = []
      for (const run of runs) recorded.push(...(await to.record([run])))
      return recorded
    }
    const [one, two] = await Promise.all([write(store), write(other)])
    expect(one.map((recorded, i) => [recorded, two[i]].sort().join())).toEqual(runs.map(() => 'known,new'))
    expect((await store.check()).rows).toMatchObject({ run: 40, job: 40, test_case: 40, test_result: 40 })
  })

  test('a batch is written whole or not at all', async () => {
    const broken = { ...attempt(2, [unit()]), conclusion: Symbol('no') as unknown as 'success' }
    await expect(
      store.record([
        attempt(1, [unit()]),
        broken,
        attempt(3, [unit({ conclusion: 'no' as 'success', name: null as unknown as string })]),
      ]),
    ).rejects.toThrow()
    expect((await store.check()).rows).toMatchObject({ run: 0, job: 0, repository: 0 })
    expect(await store.record([attempt(1, [unit()])])).toEqual(['new'])
  })

  test('whether it is known what a run changed, though it may be nothing', async () => {
    await store.record([attempt(1, [unit()], { parents: ['c0'], changes: [] }), attempt(2, [unit()])])
    const keys = [1, 2].map(run => ({ repository: 'acme/web', run, attempt: 1 }))
    expect(await store.knownAttempts(keys)).toMatchObject([{ changesKnown: true }, { changesKnown: false }])
  })

  test('what is known of attempts, and of nothing else', async () => {
    const failures = [
      {
        fingerprint: 'v1:a',
        category: 'test',
        rule: null,
        title: 't',
        message: 'm',
        step: null,
        lines: null,
        captures: {},
        confidence: 1,
      },
    ] as const
    await store.record([
      attempt(1, [unit({ failures })], { conclusion: 'failure' }),
      attempt(2, [{ name: 'unit', log: { lines: 1, bytes: 1, errorLines: 0 } }, { name: 'lint' }]),
      { repository: 'acme/web', workflow: 'ci', run: 3, attempt: 1, jobs: [] },
      attempt(3, [], { attempt: 2 }),
    ])
    const key = (run: number, number = 1, repository = 'acme/web') => ({ repository, run, attempt: number })
    const known = await store.knownAttempts([key(1), key(2), key(3), key(4), key(1, 2), key(1, 1, 'acme/app')])
    expect([...known].sort((a, b) => a.run - b.run)).toEqual([
      { ...key(1), conclusion: 'failure', logsRead: false, diagnosed: true, changesKnown: false },
      { ...key(2), conclusion: 'success', logsRead: true, diagnosed: false, changesKnown: false },
      { ...key(3), conclusion: null, logsRead: false, diagnosed: false, changesKnown: false },
    ])
    expect(await store.knownAttempts([])).toEqual([])
  })

  test('listings are replaced, and forgotten when something is pruned', async () => {
    expect(await store.listing('a')).toBeUndefined()
    await store.recordListing('a', { tag: 'W/"1"', total: 3 })
    await store.recordListing('a', { tag: 'W/"2"', total: 4 })
    await store.recordListing('b', { tag: '', total: 0 })
    expect(await store.listing('a')).toEqual({ tag: 'W/"2"', total: 4 })
    await store.record([attempt(1, [unit()])])
    await store.prune({ beforeMs: T0 - DAY })
    expect(await store.listing('b')).toEqual({ tag: '', total: 0 })
    await store.prune({ beforeMs: T0 + 1000 * DAY })
    expect(await store.listing('b')).toBeUndefined()
  })

  test('what is old goes, with all that hangs on it; others learn of it', async () => {
    const other = await open(home)
    const old = attempt(1, [{ name: 'old', tests: [{ name: 't', outcome: 'passed' }], steps: [{ name: 's' }] }], {
      startedMs: T0 - DAY,
      changes: [{ file: 'a' }],
    })
    await other.record([old])
    await store.record([attempt(2, [unit()])])
    expect(await store.prune({ beforeMs: T0 })).toMatchObject({ attempts: 1 })
    expect((await store.check()).rows).toMatchObject({
      run: 1,
      attempt: 1,
      job: 1,
      job_name: 1,
      step: 0,
      test_case: 0,
      test_result: 0,
      change: 0,
    })
    expect(await other.record([old])).toEqual(['new'])
    expect((await store.check()).mistakes).toEqual([])
  })

  test('a store that is too large loses its oldest attempts', async () => {
    const tests = Array.from({ length: 50 }, (_, i) => ({
      name: `test ${i}`,
      outcome: 'failed' as const,
      message: `${i} `.repeat(100),
    }))
    await store.record(Array.from({ length: 200 }, (_, i) => attempt(i + 1, [unit({ tests })])))
    const { sizeBytes } = await store.check()
    const maxBytes = Math.round(sizeBytes * 0.75)
    const pruned = await store.prune({ maxBytes })
    expect(pruned.sizeBytes).toBeLessThanOrEqual(maxBytes)
    expect(pruned.attempts).toBeGreaterThan(0)
    expect((await store.lastJobs(KEY, 1))[0]?.run).toBe(200)
  })

  test('what is exported comes back the same, and twice is once', async () => {
    await store.record([
      attempt(1, [
        unit({
          tests: [
            { name: 'b', outcome: 'failed' },
            { name: 'a', outcome: 'passed' },
          ],
          steps: [{ name: 's' }],
        }),
        unit(),
      ]),
      attempt(2, [unit()], { changes: [{ file: 'x', patch: 'é' }] }),
    ])
    const before = await all(store.records())
    const lines = before.flatMap(record => [...exportAttempt(record)]).map(row => `${JSON.stringify(row)}\n`)
    const copy = await open(await place())
    for (const expected of [
      { new: 2, known: 0 },
      { new: 0, known: 2 },
    ]) {
      const refused: string[] = []
      const chunks = new Blob(lines).stream()
      expect(await importHistory(chunks, copy, { name: 'x', onRefused: told => refused.push(told) })).toEqual({
        ...expected,
        refused: 0,
      })
      expect(refused).toEqual([])
    }
    expect(await all(copy.records())).toEqual(before)
  })

  test('an older store is migrated, by many at once; a newer one is refused', async () => {
    const at = await place()
    const old = await openEngine(at)
    await migrate(old, 1)
    await old.close()
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(at)))
    for (const [i, migrated] of stores.entries()) expect(await migrated.record([attempt(i, [unit()])])).toEqual(['new'])

    const newer = await openEngine(at)
    opened.push(createStore(newer))
    await newer.db.updateTable('meta').set({ value: '99' }).where('key', '=', 'schema').execute()
    const again = await openEngine(at)
    opened.push(createStore(again))
    await expect(migrate(again)).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringMatching(
        new RegExp(`was written by a newer sherpa: its schema is 99, this one knows ${migrations.length}$`),
      ),
    })
  })
}
