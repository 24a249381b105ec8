import type { TABLES } from '../tables.ts'
import type { OpenDatabase } from './database.ts'
import { type Row, stepwise } from './reachable.ts'

/** How a table of a file is laid out. */
export interface Shape {
  readonly table: (typeof TABLES)[number]
  /** Those that the file has; none where it has not the table. */
  readonly columns: readonly Column[]
  /** `rowid`, or the columns of the key in whose order its rows lie. */
  readonly keys: readonly string[]
  /** The name of the rowid, if it has one. */
  readonly id: string | undefined
  /** Beside the one that is the table itself. */
  readonly indexes: readonly Index[]
  readonly parents: readonly { readonly column: string; readonly table: string }[]
}

interface Column {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly isJson: boolean
}

export interface Index {
  readonly name: string
  /** Those of the key are among them; `rowid` where the table has one. */
  readonly columns: readonly string[]
}

/** Columns that hold JSON. */
const JSON_COLUMNS = ['parents', 'captures', 'params', 'reasons', 'line']

/** Of what the damaged file has, as the sound one lays it out. */
export function shapeOf(table: Shape['table'], from: OpenDatabase, to: OpenDatabase): Shape {
  const there = new Set((all(from, `pragma table_info("${table}")`) ?? []).map(({ name }) => name))
  const columns = all(to, `pragma table_info("${table}")`) ?? []
  const key = columns.filter(({ pk }) => Number(pk) > 0).sort((a, b) => Number(a['pk']) - Number(b['pk']))
  const [first] = key
  const isClustered = all(to, `select wr from pragma_table_list where name = '${table}'`)?.[0]?.['wr'] === 1
  const isNumbered = key.length === 1 && typeOf(first) === 'integer'
  return {
    table,
    id: isNumbered ? String(first?.['name']) : undefined,
    keys: isClustered ? key.map(({ name }) => String(name)) : ['rowid'],
    columns: columns
      .filter(({ name }) => there.has(name))
      .map(({ name, type, notnull, pk }) => ({
        name: String(name),
        type: typeOf({ type }),
        isRequired: notnull === 1 || Number(pk) > 0,
        isJson: JSON_COLUMNS.includes(String(name)),
      })),
    indexes: (all(from, `pragma index_list("${table}")`) ?? [])
      .filter(({ origin, partial }) => partial === 0 && !(isClustered && origin === 'pk'))
      .map(({ name }) => ({ name: String(name), columns: indexColumns(String(name), from) })),
    parents: (all(to, `pragma foreign_key_list("${table}")`) ?? []).map(row => ({
      column: String(row['from']),
      table: String(row['table']),
    })),
  }
}

const typeOf = (column: Row | undefined) => String(column?.['type']).toLowerCase()

/** https://sqlite.org/pragma.html#pragma_index_xinfo */
const indexColumns = (index: string, from: OpenDatabase) =>
  (all(from, `pragma index_xinfo("${index}")`) ?? []).map(({ cid, name }) => (cid === -1 ? 'rowid' : String(name)))

/** Undefined where they cannot be read to their end. */
export function all(database: OpenDatabase, sql: string): readonly Row[] | undefined {
  const rows = stepwise(database, sql, [])
  const found: Row[] = []
  for (let row = rows.next(); row; row = rows.next()) found.push(row)
  return rows.isAtEnd() ? found : undefined
}
