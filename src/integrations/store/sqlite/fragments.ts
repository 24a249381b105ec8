import type { OpenDatabase } from './database.ts'
import { asItself, quoted, type Row, stepwise } from './reachable.ts'
import type { Index, Shape } from './shape.ts'

/** What indexes hold of rows that are lost. */
export interface Fragments {
  readonly rows: readonly Row[]
  /** How many rows the table had; null where no index can be read to its end. */
  readonly total: number | null
}

/** An index is a copy of some columns: what all indexes of a table hold of the rows that are not saved yet, row by row. */
export function readFragments(shape: Shape, from: OpenDatabase, to: OpenDatabase): Fragments {
  const isSaved = savedIn(shape, to)
  const found = new Map<string, Record<string, unknown>>()
  let total: number | null = null
  for (const index of shape.indexes) {
    let seen = 0
    const add = (row: Row) => {
      seen++
      if (isSaved(row)) return
      const key = JSON.stringify(shape.keys.map(name => row[name]))
      found.set(key, { ...found.get(key), ...row, ...(shape.id && { [shape.id]: row['rowid'] }) })
    }
    if (readIndex(shape, index, 'asc', from, add)) total = Math.max(total ?? 0, seen)
    else readIndex(shape, index, 'desc', from, add)
  }
  return { rows: [...found.values()], total }
}

/** Up to its end, or to the first page that cannot be read. */
function readIndex(
  { table }: Shape,
  { name, columns }: Index,
  direction: 'asc' | 'desc',
  from: OpenDatabase,
  onRow: (row: Row) => void,
): boolean {
  const order = columns.map(column => `${quoted(column)} ${direction}`)
  const rows = stepwise(from, `select ${columns.map(asItself)} from "${table}" indexed by "${name}" order by ${order}`, [])
  for (let row = rows.next(); row; row = rows.next()) onRow(row)
  return rows.isAtEnd()
}

/** Rows without a number of their own are not looked up: an index holds too little of them to save them by it. */
function savedIn({ table, keys, id }: Shape, to: OpenDatabase): (row: Row) => boolean {
  if (keys[0] === 'rowid' && id === undefined) return () => true
  const where = keys.map(key => `${quoted(key)} = ?`).join(' and ')
  const look = to.prepare(`select 1 from "${table}" where ${where}`)
  return row => look.all(keys.map(key => row[key])).length > 0
}
