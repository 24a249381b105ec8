import { linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { execa } from 'execa'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../src/integrations/store/migrate.ts'
import { createStore } from '../../src/integrations/store/open-store.ts'
import { openSqlite } from '../../src/integrations/store/sqlite/engine.ts'
import { loadNodeSqlite } from '../../src/integrations/store/sqlite/node-sqlite.ts'
import { tempFolder } from '../temp-folder.ts'
import { CLI, sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

const run = (...args: string[]) => sherpa(args, { cwd: folder.path })

async function fill(store: string, runs: number) {
  const lines = Array.from({ length: runs }, (_, i) => {
    const startedAt = new Date(Date.UTC(2026, 0, 1 + i)).toISOString()
    const tests = Array.from({ length: 20 }, (_, test) => ({
      name: `t${test}`,
      outcome: 'failed',
      message: `message ${i}`.repeat(20),
    }))
    return JSON.stringify({
      schema: 'sherpa.run/1',
      repository: 'acme/web',
      workflow: 'ci',
      run: i + 1,
      startedAt,
      jobs: [{ name: 'unit', tests }],
    })
  })
  folder.write('runs.ndjson', lines.join('\n'))
  await run('ingest', 'runs.ndjson', '--store', store)
}

test('an export is imported as it was, merged, and known the second time', async () => {
  await fill('a.db', 5)
  await run('store', 'export', 'a.ndjson', '--store', 'a.db')
  expect(await run('store', 'import', 'a.ndjson', '--store', 'b.db')).toMatchObject({
    stdout: 'attempts: 5 new, 0 known, 0 refused\n',
    stderr: '',
  })
  const { stdout } = await run('store', 'export', '--store', 'b.db')
  expect(stdout).toBe(readFileSync(join(folder.path, 'a.ndjson'), 'utf8'))
  expect(await run('store', 'merge', 'a.db', '--store', 'b.db')).toMatchObject({
    stdout: 'attempts: 0 new, 5 known, 0 refused\n',
  })
  expect(await run('store', 'merge', 'a.db', '--store', 'c.db')).toMatchObject({
    stdout: 'attempts: 5 new, 0 known, 0 refused\n',
  })
})

test('an export is known for what it is behind a pipe, too', async () => {
  await fill('a.db', 3)
  const command = 'mkfifo pipe; { "$0" "$1" store export --store a.db > pipe & }; "$0" "$1" store import pipe --store b.db; wait'
  const { stdout } = await execa('sh', ['-c', command, process.execPath, CLI], { cwd: folder.path })
  expect(stdout).toBe('attempts: 3 new, 0 known, 0 refused')
})

describe('what is written is never the history', () => {
  test.each([
    ['store', 'export', 'a.db'],
    ['store', 'export', 'link.db'],
    ['store', 'export', 'hard.db'],
    ['store', 'export', 'a.db-wal'],
    ['report', '--html', './a.db'],
    ['metrics', '--out', 'link.db-shm'],
  ])('%s %s %s', async (...args) => {
    await fill('a.db', 2)
    symlinkSync('a.db', join(folder.path, 'link.db'))
    linkSync(join(folder.path, 'a.db'), join(folder.path, 'hard.db'))
    const before = readFileSync(join(folder.path, 'a.db'))
    const { stderr, exitCode } = await run(...args, '--store', 'link.db')
    expect(stderr).toMatch(/ belongs to the history itself and would be lost \[output-is-store\]\n/)
    expect(exitCode).toBe(2)
    expect(readFileSync(join(folder.path, 'a.db')).equals(before)).toBe(true)
  })
})

test.each(['.', 'missing/a.ndjson', '/dev/full'])('an export to %s that cannot be written is a sentence', async file => {
  await fill('a.db', 1)
  const { stderr, exitCode } = await run('store', 'export', file, '--store', 'a.db')
  expect(stderr).toMatch(/ could not be written: E[A-Z]+ \[file-not-written\]\n$/)
  expect(exitCode).toBe(3)
})

test.each([
  ['under another name', 'history.txt', (text: string) => text],
  ['packed, under another name', 'history.bak', (text: string) => gzipSync(text)],
])('an export is told by its content: %s', async (_, name, pack) => {
  await fill('a.db', 3)
  const { stdout } = await run('store', 'export', '--store', 'a.db')
  folder.write(name, pack(stdout))
  expect(await run('store', 'import', name, '--store', 'b.db')).toMatchObject({
    stdout: 'attempts: 3 new, 0 known, 0 refused\n',
    stderr: '',
  })
})

test('what is no export is told', async () => {
  folder.write('build.log', 'error: it broke\n')
  folder.write('build.log.gz', gzipSync('error: it broke\n'))
  for (const name of ['build.log', 'build.log.gz']) {
    const { stderr, exitCode } = await run('store', 'import', name, '--store', 'b.db')
    expect(stderr).toContain(`${name} is no exported history [not-a-history]`)
    expect(exitCode).toBe(2)
  }
})

test('an export does nothing where it is printed, and says the same', async () => {
  const branch = '##[add-matcher]/tmp/x \u202etxt.exe'
  folder.write('runs.ndjson', JSON.stringify({ schema: 'sherpa.run/1', repository: 'acme/web', run: 1, branch }))
  await run('ingest', 'runs.ndjson', '--store', 'a.db')
  const printed = await run('store', 'export', '--store', 'a.db')
  expect(printed.stdout).not.toMatch(/##\[|\u202e/)
  expect(JSON.parse(printed.stdout)).toMatchObject({ branch })
  folder.write('a.ndjson', printed.stdout)
  await run('store', 'import', 'a.ndjson', '--store', 'b.db')
  expect(await run('store', 'export', '--store', 'b.db')).toMatchObject({ stdout: printed.stdout })
})

test('a row that is wrong is named and passed over', async () => {
  const lines = [
    '{"table":"attempt","repository":"acme/web","workflow":"ci","run":1,"attempt":1}',
    '{"table":"step","repository":"acme/web","run":1,"attempt":1,"job":"unit","ordinal":0,"name":"s"}',
    '{"table":"job","repository":"acme/web","run":1,"attempt":1,"job":"unit","ordinal":0,"durationMs":"long"}',
    '{"table":"unheard"}',
    '{"table":"job","repository":"acme/web","run":1,"attempt":1,"job":"lint","ordinal":0}',
  ]
  folder.write('a.ndjson', lines.join('\n'))
  const { stdout, stderr, exitCode } = await run('store', 'import', 'a.ndjson', '--store', 'a.db')
  expect(exitCode).toBe(2)
  expect(stdout).toBe('attempts: 1 new, 0 known, 3 refused\n')
  expect(stderr.split('\n').slice(0, 2)).toEqual([
    'a.ndjson:2: its job (unit) is not told before it',
    'a.ndjson:3: durationMs: Invalid input: expected number, received string',
  ])
})

describe('prune', () => {
  test('by age', async () => {
    await fill('a.db', 10)
    const { stdout } = await run('store', 'prune', '--older-than', '5d', '--now', '2026-01-10T00:00:00Z', '--store', 'a.db')
    expect(stdout).toMatch(/^4 attempts forgotten, [\d.]+ [kM]B left\n$/)
  })

  test('by size', async () => {
    await fill('a.db', 400)
    const { stdout } = await run('store', 'prune', '--max-size', '1MB', '--store', 'a.db', '--json')
    expect(JSON.parse(stdout).sizeBytes).toBeLessThanOrEqual(1_000_000)
  })

  test.each([
    [[], 'nothing-to-prune'],
    [['--older-than', 'long'], 'bad-option'],
    [['--max-size', '5 apples'], 'bad-option'],
  ])('%j is told', async (args, code) => {
    const { stderr, exitCode } = await run('store', 'prune', ...args, '--store', 'a.db')
    expect(stderr).toContain(`[${code}]`)
    expect(exitCode).toBe(2)
  })
})

describe('a damaged file is set aside, never lost', () => {
  test.each([
    ['one that cannot be read', 'a.db', ['--store', 'a.db'], `SQLite format 3\0${'this was a history once '.repeat(500)}`],
    ['whatever is at the place of our own', 'sherpa/history.db', [], 'this was a history once '.repeat(500)],
  ])('%s', async (_, file, args, content) => {
    const path = folder.write(file, content)
    const { stdout, stderr, exitCode } = await sherpa(['store', 'check', '--json', ...args], {
      cwd: folder.path,
      env: { XDG_STATE_HOME: folder.path },
    })
    expect(stderr).toMatch(
      /\.db is set aside as .*\.db\.damaged-[\dTZ-]+; 0 attempts of it are saved into a new history: 0 rows are saved; lost are some of repository, /,
    )
    expect(exitCode).toBe(1)
    const aside = readdirSync(dirname(path)).find(name => name.includes('.damaged-')) ?? ''
    expect(readFileSync(join(dirname(path), aside), 'utf8')).toBe(content)
    expect(JSON.parse(stdout)).toMatchObject({
      mistakes: [expect.stringContaining('is damaged')],
      aside: join(dirname(path), aside),
      rescue: { job: { whole: 0, inPart: 0, lost: null } },
    })
  })

  /** A part in the middle of the file is overwritten. */
  async function damage(store: string): Promise<Buffer> {
    await fill(store, 400)
    const path = join(folder.path, store)
    inLedger(path, database => {
      const insert = database.prepare('insert into ledger values (?, 5, ?, ?, ?, ?)')
      for (const [seq, previous, hash] of LEDGER)
        insert.run(seq, 'acme/web', '{"atMs":5,"target":{"repository":"acme/web"}}', previous, hash)
    })
    const bytes = readFileSync(path)
    bytes.fill(0xff, Math.floor(bytes.length * 0.8), Math.floor(bytes.length * 0.8) + 20_000)
    writeFileSync(path, bytes)
    return bytes
  }
  const LEDGER = [
    [1, '', 'aa'],
    [2, 'aa', 'bb'],
  ] as const
  function inLedger<T>(path: string, work: (database: DatabaseSync) => T): T {
    const database = new DatabaseSync(path)
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  const ledger = () =>
    inLedger(join(folder.path, 'a.db'), database =>
      database
        .prepare('select seq, previous, hash from ledger')
        .all()
        .map(row => Object.values(row)),
    )
  const asides = () => readdirSync(folder.path).filter(name => name.includes('.damaged-'))

  test('one that is damaged inside is mended by check, with what can be read before and after', async () => {
    const bytes = await damage('a.db')
    const { stdout, stderr, exitCode } = await run('store', 'check', '--store', 'a.db')
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(
      /is set aside as .*a\.db\.damaged-.*; 400 attempts of it are saved into a new history: [\d,]+ rows are saved.*; lost are /,
    )
    expect(stdout).toMatch(/^ {2}table +saved +in part +lost\n(?: {2}[a-z_]+ +\d+ +\d+ +(?:\d+|unknown)\n)+✖ /m)
    expect(await run('store', 'check', '--store', 'a.db')).toMatchObject({ exitCode: 0, stderr: '' })
    expect(ledger()).toEqual(LEDGER)
    const [aside = ''] = asides()
    expect(readFileSync(join(folder.path, aside)).equals(bytes)).toBe(true)
  })

  test('another command that cannot read it sets it aside and says so; what can be read of it is merged', async () => {
    await damage('a.db')
    const first = await run('flaky', '--json', '--since', '9999d', '--store', 'a.db')
    const [aside = ''] = asides()
    const path = join(folder.path, 'a.db')
    const told = `${path} was damaged and is set aside as ${join(folder.path, aside)}; a new history begins, and sherpa store merge ${join(folder.path, aside)} --store ${path} saves what can be read of the old one`
    expect(first).toMatchObject({ stdout: '', stderr: `✖ ${told} [store-damaged]\nhint: run the same again\n`, exitCode: 3 })
    expect(await run('flaky', '--json', '--since', '9999d', '--store', 'a.db')).toMatchObject({ stderr: '', exitCode: 0 })
    const merged = await run('store', 'merge', aside, '--store', 'a.db', '--json')
    expect(merged).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/ is damaged: [\d,]+ rows are saved/) })
    expect(JSON.parse(merged.stdout)).toMatchObject({ new: 400 })
    expect(ledger()).toEqual(LEDGER)
  })

  test('one that cannot be opened: a sentence on stderr, JSON alone on stdout', async () => {
    folder.write('a.db', `SQLite format 3\0${'this was a history once '.repeat(500)}`)
    const { stdout, stderr, exitCode } = await run('flaky', '--json', '--store', 'a.db')
    expect(stderr).toMatch(
      /^\S+a\.db was damaged and is set aside as \S+; a new history begins, and sherpa store merge \S+ --store \S+ saves what can be read of the old one\n$/,
    )
    expect([JSON.parse(stdout), exitCode]).toEqual([{ tests: [], jobs: [] }, 0])
  })

  test('where a new history would be worse than none, it is not begun anew', async () => {
    const content = `SQLite format 3\0${'this was a history once '.repeat(500)}`
    folder.write('a.db', content)
    folder.write('out.ndjson', 'an export from before')
    for (const args of [
      ['store', 'export', 'out.ndjson'],
      ['store', 'prune', '--older-than', '1d'],
      ['heal', log(), '--dry-run'],
    ]) {
      const { stderr, exitCode } = await run(...args, '--store', 'a.db')
      expect(stderr).toMatch(/ is damaged: .* \[store-damaged\]\nhint: run sherpa store check, which saves what can be read\n$/)
      expect(exitCode).toBe(3)
    }
    expect(['a.db', 'out.ndjson'].map(name => readFileSync(join(folder.path, name), 'utf8'))).toEqual([
      content,
      'an export from before',
    ])
  })
})

const log = () => folder.write('build.log', 'npm error code E404\nnpm error 404 Not Found\n')

describe('sherpa diagnose', () => {
  test('refuses a text for a history, and touches nothing', async () => {
    log()
    folder.write('notes.txt', 'my notes')
    const { stdout, stderr, exitCode } = await run('diagnose', 'build.log', '--json', '--store', 'notes.txt')
    expect(stderr).toBe(
      `✖ ${join(folder.path, 'notes.txt')} is no history of sherpa [not-a-store]\nhint: name another file with --store\n`,
    )
    expect([stdout, exitCode, readdirSync(folder.path).sort()]).toEqual(['', 2, ['build.log', 'notes.txt']])
  })

  test('tells of a damaged history on stderr and in a note, and diagnoses', async () => {
    log()
    folder.write('a.db', `SQLite format 3\0${'this was a history once '.repeat(500)}`)
    const { stdout, stderr, exitCode } = await run('diagnose', 'build.log', '--json', '--store', 'a.db')
    expect(stderr).toMatch(/a\.db was damaged and is set aside as /)
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout).notes).toMatchObject([{ code: 'history', text: expect.stringContaining('sherpa store merge') }])
  })
})

describe('what is no history is refused and left as it is', () => {
  const theirs = () => {
    const path = join(folder.path, 'theirs.db')
    const database = new DatabaseSync(path)
    database.exec('create table meta (key text, value text); create table run (id integer)')
    database.close()
    return path
  }

  test.each([
    ['a text', () => folder.write('notes.txt', 'my notes '.repeat(2000)), 'is no history of sherpa'],
    ['a short file', () => folder.write('short', 'SQLite'), 'is no history of sherpa'],
    ['a folder', () => folder.path, 'is no file'],
    ['the database of another program', theirs, 'is the database of another program, not a history of sherpa'],
  ])('%s', async (_, make, says) => {
    const path = make()
    const content = path === folder.path ? '' : readFileSync(path, 'latin1')
    const before = readdirSync(folder.path)
    for (const args of [['store', 'check'], ['flaky'], ['store', 'merge', path, '--store', 'b.db']]) {
      const { stderr, exitCode } = await run(...args, ...(args.includes('--store') ? [] : ['--store', path]))
      expect(stderr).toBe(`✖ ${path} ${says} [not-a-store]\nhint: name another file with --store\n`)
      expect(exitCode).toBe(2)
    }
    expect(readdirSync(folder.path).filter(name => !name.startsWith('b.db'))).toEqual(before)
    if (path !== folder.path) expect(readFileSync(path, 'latin1')).toBe(content)
  })
})

test.each([
  ['store', 'merge', 'nope.db', '--store', 'a.db'],
  ['store', 'export', '--store', 'nope.db'],
  ['store', 'prune', '--older-than', '1d', '--store', 'nope.db'],
])('%s %s: a history that is not there is told, and not made', async (...args) => {
  const { stderr, exitCode } = await run(...args)
  expect(stderr).toMatch(/^✖ there is no history at .*nope\.db \[store-missing\]\nhint: check the path\n$/)
  expect(exitCode).toBe(2)
  expect(readdirSync(folder.path).filter(name => name.startsWith('nope'))).toEqual([])
})

test('what is merged stays as it is, be it old or damaged', async () => {
  const old = join(folder.path, 'old.db')
  const engine = openSqlite(old, await loadNodeSqlite())
  await migrate(engine, 1)
  await createStore(engine).record([{ repository: 'acme/web', workflow: 'ci', run: 1, attempt: 1, jobs: [] }])
  await engine.close()
  const damaged = folder.write('damaged.db', `SQLite format 3\0${'this was a history once '.repeat(500)}`)
  const before = [old, damaged].map(path => readFileSync(path, 'latin1'))
  expect(await run('store', 'merge', 'old.db', '--store', 'a.db')).toMatchObject({
    stdout: 'attempts: 1 new, 0 known, 0 refused\n',
    stderr: '',
  })
  const { stdout, stderr, exitCode } = await run('store', 'merge', 'damaged.db', '--store', 'a.db')
  expect(stderr).toMatch(/damaged\.db is damaged: 0 rows are saved; lost are some of repository, /)
  expect([stdout, exitCode]).toEqual(['attempts: 0 new, 0 known, 0 refused\n', 1])
  expect([old, damaged].map(path => readFileSync(path, 'latin1'))).toEqual(before)
  expect(readdirSync(folder.path).sort()).toEqual(['a.db', 'damaged.db', 'old.db'])
})

test('a place that cannot be written is a sentence', async () => {
  folder.write('file', '')
  const { stderr, exitCode } = await run('store', 'check', '--store', 'file/a.db')
  expect(stderr).toMatch(/^✖ .*cannot be used: .* \[store-unusable\]\nhint: /)
  expect(exitCode).toBe(3)
})
