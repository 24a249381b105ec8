import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import type { LedgerEntry, NewEntry } from '../../core/model/ledger.ts'
import type { Engine } from './engine.ts'
import { adoptLedger, type Chain, createLedger, readLedger } from './ledger.ts'
import { migrate } from './migrate.ts'
import { openSqlite } from './sqlite/engine.ts'
import { loadNodeSqlite } from './sqlite/node-sqlite.ts'

const folder = tempFolder()
let engine: Engine
beforeAll(async () => {
  engine = openSqlite(join(folder.path, 'store.db'), await loadNodeSqlite())
  await migrate(engine)
})
beforeEach(() => sql`delete from ledger`.execute(engine.db))
afterAll(async () => {
  await engine.close()
  folder[Symbol.dispose]()
})

/** The hash says who followed whom: `#2 after #1`. */
const chain: Chain = (line, last) => {
  const seq = (last?.seq ?? 0) + 1
  return { ...line, seq, previous: last?.hash ?? '', hash: last ? `#${seq} after #${last.seq}` : '#1' }
}

const target = { workflow: 'ci', run: 1, attempt: 1, commit: 'c', fingerprint: null, job: null, thing: 'run:1' }
const entry = (action: string, atMs: number, repository = 'acme/web'): NewEntry => ({
  atMs,
  event: 'done',
  action,
  plan: 'plan:1',
  remedy: 'rerun-failed-jobs',
  params: { debug: 'yes' },
  target: { ...target, repository },
  by: 'ann',
  reasons: [{ code: 'worth-it', text: 'It pays.' }],
  detail: 'It went well.',
  effect: { kind: 'attempt', id: '2' },
  minutes: 3,
})

const add = (...lines: readonly NewEntry[]) => createLedger(engine, chain).append({ sinceMs: 0 }, () => lines)
const actionsOf = (lines: readonly { readonly action: string }[]) => lines.map(({ action }) => action)

async function all(lines: AsyncIterable<LedgerEntry>): Promise<LedgerEntry[]> {
  const found: LedgerEntry[] = []
  for await (const line of lines) found.push(line)
  return found
}

test('what is added is told, and read as it was written, each line chained to the one before', async () => {
  const first = { ...entry('a', 10), seq: 1, previous: '', hash: '#1' }
  const second = { ...entry('b', 20), seq: 2, previous: '#1', hash: '#2 after #1' }
  const third = { ...entry('c', 30), seq: 3, previous: '#2 after #1', hash: '#3 after #2' }
  expect(await add(entry('a', 10), entry('b', 20))).toEqual([first, second])
  expect(await add(entry('c', 30))).toEqual([third])
  const ledger = createLedger(engine, chain)
  expect(await ledger.entries({ sinceMs: 0 })).toEqual([first, second, third])
  expect(await all(ledger.all())).toEqual([first, second, third])
})

test('nothing decided is nothing added', async () => {
  expect(await add()).toEqual([])
  expect(await all(readLedger(engine.db))).toEqual([])
})

describe('a scope', () => {
  beforeEach(async () => {
    await add(entry('old', 10), entry('other', 20, 'acme/other'), entry('new', 20))
  })

  test.each([
    [{ sinceMs: 0 }, ['old', 'other', 'new']],
    [{ sinceMs: 20 }, ['other', 'new']],
    [{ sinceMs: 21 }, []],
    [{ sinceMs: 0, repository: 'acme/web' }, ['old', 'new']],
    [{ sinceMs: 11, repository: 'acme/web' }, ['new']],
    [{ sinceMs: 0, repository: 'acme' }, []],
  ])('%j', async (scope, actions) => {
    const ledger = createLedger(engine, chain)
    expect(actionsOf(await ledger.entries(scope))).toEqual(actions)
    await ledger.append(scope, entries => {
      expect(actionsOf(entries)).toEqual(actions)
      return []
    })
  })
})

test('what the columns say counts, so that a change of them shows in the hash', async () => {
  await add(entry('a', 10))
  await sql`update ledger set at_ms = 11, repository = 'acme/forged', hash = 'forged', previous = 'p'`.execute(engine.db)
  expect(await all(readLedger(engine.db))).toEqual([{ ...entry('a', 11, 'acme/forged'), seq: 1, previous: 'p', hash: 'forged' }])
})

test.each(['{"atMs":1', 'null', '"text"', '7', ''])('a line that holds %j stops everything, and says which it is', async line => {
  await add(entry('a', 10))
  await sql`update ledger set line = ${line}`.execute(engine.db)
  const trouble = { code: 'ledger-unreadable', kind: 'world', message: expect.stringContaining('line 1 of the ledger') }
  await expect(all(readLedger(engine.db))).rejects.toMatchObject(trouble)
  await expect(add(entry('b', 20))).rejects.toMatchObject(trouble)
})

test('a ledger of more than a page is read whole and in order', async () => {
  await add(...Array.from({ length: 2001 }, (_, i) => entry(`a${i + 1}`, 5000 - i)))
  const lines = await all(readLedger(engine.db))
  expect(lines).toHaveLength(2001)
  expect(lines.every(({ seq, action }, i) => seq === i + 1 && action === `a${i + 1}`)).toBe(true)
  const entries = await createLedger(engine, chain).entries({ sinceMs: 0 })
  expect(entries.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq))
})

describe('another ledger', () => {
  async function* lines() {
    yield { ...entry('x', 10), seq: 4, previous: 'before', hash: 'kept' }
    yield { ...entry('y', 20), seq: 5, previous: 'kept', hash: 'too' }
  }

  test('is taken over as it is', async () => {
    expect(await adoptLedger(engine, lines())).toBe(true)
    expect(await all(readLedger(engine.db))).toEqual(await all(lines()))
    expect(await add(entry('z', 30))).toMatchObject([{ seq: 6, previous: 'too', hash: '#6 after #5' }])
  })

  test('is left alone where there is one', async () => {
    await add(entry('a', 10))
    expect(await adoptLedger(engine, lines())).toBe(false)
    expect(actionsOf(await all(readLedger(engine.db)))).toEqual(['a'])
  })
})
