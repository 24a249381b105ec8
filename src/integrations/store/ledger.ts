import type { Kysely } from 'kysely'
import type { LedgerEntry, NewEntry } from '../../core/model/ledger.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Ledger, LedgerScope } from '../../core/ports/ledger.ts'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

/** Makes the line that follows another. */
export type Chain = (line: NewEntry, last: LedgerEntry | null) => LedgerEntry

/** The ledger in the store. Whoever adds is the only writer meanwhile, so what was read is what holds. */
export const createLedger = (engine: Engine, chain: Chain): Ledger => ({
  append: (scope, decide) =>
    engine.write(async ({ db, insert }) => {
      const added = linked(decide(await readEntries(db, scope)), await lastEntry(db), chain)
      await insert('ledger', added.map(rowOf))
      return added
    }),
  entries: scope => readEntries(engine.db, scope),
  all: () => readLedger(engine.db),
})

/** Takes over the lines of another ledger as they are, unless there are some. Says whether it did. */
export const adoptLedger = (engine: Engine, lines: AsyncIterable<LedgerEntry>): Promise<boolean> =>
  engine.write(async ({ db, insert }) => {
    if (await lastEntry(db)) return false
    for await (const line of lines) await insert('ledger', [rowOf(line)])
    return true
  })

function linked(lines: readonly NewEntry[], last: LedgerEntry | null, chain: Chain): LedgerEntry[] {
  const added: LedgerEntry[] = []
  for (const line of lines) added.push(chain(line, added.at(-1) ?? last))
  return added
}

const rowOf = ({ seq, previous, hash, ...line }: LedgerEntry): Tables['ledger'] => ({
  seq,
  at_ms: line.atMs,
  repository: line.target.repository,
  line: JSON.stringify(line),
  previous,
  hash,
})

/** The columns that a line is found by stand for what it says, so that its hash tells when they were changed. */
function entryOf({ seq, at_ms, repository, previous, hash, line }: Tables['ledger']): LedgerEntry {
  const entry = parsed(line, seq)
  return { ...entry, atMs: at_ms, target: { ...entry.target, repository }, seq, previous, hash }
}

function parsed(line: string, seq: number): NewEntry {
  try {
    const entry: unknown = JSON.parse(line)
    if (entry !== null && typeof entry === 'object') return entry as NewEntry
    throw new TypeError('not an object')
  } catch (cause) {
    const message = `line ${seq} of the ledger cannot be read, so nobody knows what was done`
    throw new SherpaError({ code: 'ledger-unreadable', kind: 'world', message }, { cause })
  }
}

async function lastEntry(db: Kysely<Tables>): Promise<LedgerEntry | null> {
  const row = await db.selectFrom('ledger').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row ? entryOf(row) : null
}

async function readEntries(db: Kysely<Tables>, { repository, sinceMs }: LedgerScope): Promise<readonly LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('at_ms', '>=', sinceMs)
    .$if(repository !== undefined, query => query.where('repository', '=', repository ?? ''))
    .orderBy('seq')
    .execute()
  return rows.map(entryOf)
}

const PAGE = 1000

export async function* readLedger(db: Kysely<Tables>): AsyncGenerator<LedgerEntry> {
  let after = 0
  for (;;) {
    const rows = await db.selectFrom('ledger').selectAll().where('seq', '>', after).orderBy('seq').limit(PAGE).execute()
    for (const row of rows) yield entryOf(row)
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}
