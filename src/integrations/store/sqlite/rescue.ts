import { TABLES } from '../tables.ts'
import type { OpenDatabase } from './database.ts'
import { type Fragments, readFragments } from './fragments.ts'
import { type Bounds, EVERYTHING, quoted, type Row, readReachable } from './reachable.ts'
import { all, type Shape, shapeOf } from './shape.ts'

/** What became of the rows of one table of a damaged file. */
export interface SavedRows {
  readonly whole: number
  /** Lost but for what indexes hold of them, so that what refers to them keeps its place. */
  readonly inPart: number
  /** Null where nothing says how many there were. */
  readonly lost: number | null
}

export type Rescue = Readonly<Record<(typeof TABLES)[number], SavedRows>>

/** Copies what can be read of a damaged file into an empty store, table by table; rows that refer to nothing any more are left out. */
export function rescueRows(from: OpenDatabase, to: OpenDatabase): Rescue {
  to.exec('pragma foreign_keys = off')
  to.exec('begin')
  const saved = TABLES.map(table => [table, rescueTable(shapeOf(table, from, to), from, to)] as const)
  to.exec('commit')
  return Object.fromEntries(saved) as Rescue
}

function rescueTable(shape: Shape, from: OpenDatabase, to: OpenDatabase): SavedRows {
  if (shape.columns.length === 0) return { whole: 0, inPart: 0, lost: all(from, 'select count(*) from sqlite_schema') ? 0 : null }
  const insert = inserter(shape, to)
  let areSound = true
  const isRead = readReachable(
    {
      database: from,
      table: shape.table,
      columns: shape.columns.map(({ name }) => name),
      keys: shape.keys,
      isNumber: key => key === 'rowid' || shape.columns.some(({ name, type }) => name === key && type === 'integer'),
      boundsOf: remembering(key => boundsOf(key, shape, from, to)),
    },
    row => {
      if (isSound(row, shape)) insert(row)
      else areSound = false
    },
  )
  const fragments: Fragments = isRead && areSound ? { rows: [], total: count(shape.table, to) } : readFragments(shape, from, to)
  dropOrphans(shape, to)
  const whole = count(shape.table, to)
  for (const row of fragments.rows) if (isSound(row, shape)) insert(row)
  dropOrphans(shape, to)
  const kept = count(shape.table, to)
  return { whole, inPart: kept - whole, lost: fragments.total === null ? null : Math.max(0, fragments.total - kept) }
}

function inserter({ table, columns }: Shape, to: OpenDatabase): (row: Row) => void {
  const names = columns.map(({ name }) => name)
  const insert = to.prepare(`insert or ignore into "${table}" (${names.map(quoted)}) values (${names.map(() => '?')})`)
  return row => void insert.run(names.map(name => row[name] ?? null))
}

/** A damaged page may be read as if it were none: what a column cannot hold was never written. */
function isSound(row: Row, { columns }: Shape): boolean {
  return columns.every(({ name, type, isRequired, isJson }) => {
    const value = row[name] ?? null
    if (value === null) return !isRequired
    if (type === 'integer') return Number.isSafeInteger(value)
    return type === 'text' ? typeof value === 'string' && (!isJson || isJsonText(value)) : typeof value === 'number'
  })
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Numbers of rows lie between those of an index, numbers of others between those that there are. */
function boundsOf(key: string, { table, parents, indexes }: Shape, from: OpenDatabase, to: OpenDatabase): Bounds {
  const parent = parents.find(({ column }) => column === key)?.table
  const asked =
    key === 'rowid'
      ? indexes.map(({ name }) => all(from, `select min(rowid) as low, max(rowid) as high from "${table}" indexed by "${name}"`))
      : [
          all(
            to,
            `select min(${parent ? 'id' : quoted(key)}) as low, max(${parent ? 'id' : quoted(key)}) as high from "${parent ?? table}"`,
          ),
        ]
  const answer = asked.map(rows => rows?.[0]).find(row => typeof row?.['low'] === 'number' && typeof row['high'] === 'number')
  return answer ? [answer['low'] as number, answer['high'] as number] : EVERYTHING
}

function remembering<T>(ask: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return key => {
    const answer = known.get(key) ?? ask(key)
    known.set(key, answer)
    return answer
  }
}

function dropOrphans({ table, parents, columns }: Shape, to: OpenDatabase) {
  for (const { column, table: parent } of parents) {
    const isOrphan = `${quoted(column)} is not null and not exists (select 1 from "${parent}" p where p.id = "${table}".${quoted(column)})`
    const isRequired = columns.some(({ name, isRequired: required }) => name === column && required)
    to.exec(
      isRequired
        ? `delete from "${table}" where ${isOrphan}`
        : `update "${table}" set ${quoted(column)} = null where ${isOrphan}`,
    )
  }
}

const count = (table: string, to: OpenDatabase) =>
  Number(all(to, `select count(*) as count from "${table}"`)?.[0]?.['count'] ?? 0)
