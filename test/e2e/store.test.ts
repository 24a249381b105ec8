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
    const { stderr, exitCode } = await sherpa(['store', 'check', ...args], {
      cwd: folder.path,
      env: { XDG_STATE_HOME: folder.path },
    })
    expect(stderr).toMatch(/\.db was damaged and is set aside as .*\.db\.damaged-[\dTZ-]+; a new history begins\n$/)
    expect(exitCode).toBe(0)
    const aside = readdirSync(dirname(path)).find(name => name.includes('.damaged-')) ?? ''
    expect(readFileSync(join(dirname(path), aside), 'utf8')).toContain('this was a history once')
  })

  test('one that is damaged inside is mended by check, with what can be read', async () => {
    await fill('a.db', 400)
    const path = join(folder.path, 'a.db')
    const bytes = readFileSync(path)
    bytes.fill(0xff, Math.floor(bytes.length * 0.8), Math.floor(bytes.length * 0.8) + 20_000)
    writeFileSync(path, bytes)
    const first = await run('store', 'check', '--store', 'a.db')
    expect(first.exitCode).toBe(1)
    expect(first.stderr).toMatch(/is set aside as .*a\.db\.damaged-.*; \d+ attempts of it are saved into a new history\n$/)
    expect(await run('store', 'check', '--store', 'a.db')).toMatchObject({ exitCode: 0, stderr: '' })
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
  const { stderr, exitCode } = await run('store', 'merge', 'damaged.db', '--store', 'a.db')
  expect(stderr).toContain('[store-damaged]')
  expect(exitCode).toBe(3)
  expect([old, damaged].map(path => readFileSync(path, 'latin1'))).toEqual(before)
  expect(readdirSync(folder.path).sort()).toEqual(['a.db', 'damaged.db', 'old.db'])
})

test('a place that cannot be written is a sentence', async () => {
  folder.write('file', '')
  const { stderr, exitCode } = await run('store', 'check', '--store', 'file/a.db')
  expect(stderr).toMatch(/^✖ .*cannot be used: .* \[store-unusable\]\nhint: /)
  expect(exitCode).toBe(3)
})
