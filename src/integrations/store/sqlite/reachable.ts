import type { OpenDatabase } from './database.ts'

export type Row = Readonly<Record<string, unknown>>

/** A table of a file that may be damaged, in the order of its own b-tree. */
export interface Stretch {
  readonly database: OpenDatabase
  readonly table: string
  readonly columns: readonly string[]
  /** The columns of its key, `rowid` where it has one; the first holds whole numbers. */
  readonly keys: readonly string[]
  /** Where the whole numbers of a key begin and end, as far as others know. */
  boundsOf(key: string): Bounds
  /** Whether it holds whole numbers. */
  isNumber(key: string): boolean
}

export type Bounds = readonly [low: number, high: number]

export const EVERYTHING: Bounds = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

/** How often a gap that cannot be read is halved in search of what lies sound inside of it: for the first key, and for further ones. */
const HALVINGS = { first: 10, further: 5 }

/**
 * Hands over every row that SQLite can reach, some of them twice. Where a page cannot be read, what comes after it is read from the other
 * end, and what lies between two such pages is looked for by halving the keys between them. A row whose own overflow pages are damaged costs
 * only itself. Returns whether all was read.
 */
export function readReachable(stretch: Stretch, onRow: (row: Row) => void): boolean {
  const { keys } = stretch
  let isWhole = true
  read([], EVERYTHING, halvingsOf(0))
  return isWhole

  function read(prefix: readonly number[], [low, high]: Bounds, halvings: number): void {
    const up = walk(prefix, [low, high], 'asc')
    if (up.isAtEnd) return
    if (low === high && prefix.length === keys.length - 1) return
    const down = walk(prefix, [low, high], 'desc')
    if (down.isAtEnd) return
    const key = keys[prefix.length] ?? ''
    const [first, last] = [up.last?.[key] as number | undefined, down.last?.[key] as number | undefined]
    const isNews = first !== undefined || last !== undefined
    for (const half of new Set(low === high && (isNews || prefix.length === 0) ? [low] : [first, last]))
      if (half !== undefined) readInside([...prefix, half])
    if (low === high || (halvings === 0 && !isNews)) return
    const [least, most] = stretch.boundsOf(key)
    const from = first === undefined ? Math.max(low, least) : first + 1
    const to = last === undefined ? Math.min(high, most) : last - 1
    const middle = Math.floor((from + to) / 2)
    const left = isNews ? halvingsOf(prefix.length) : halvings - 1
    if (from <= middle) read(prefix, [from, middle], left)
    if (middle + 1 <= to) read(prefix, [middle + 1, to], left)
  }

  /** Of one number of a key perhaps only a part was read: its further keys tell the rest. */
  function readInside(prefix: readonly number[]) {
    const key = keys[prefix.length]
    if (key !== undefined && stretch.isNumber(key)) read(prefix, EVERYTHING, halvingsOf(prefix.length))
  }

  function walk(prefix: readonly number[], bounds: Bounds, direction: Direction): Walked {
    let last: Row | undefined
    for (;;) {
      const rows = select(stretch, { columns: stretch.columns, prefix, bounds, direction, after: last })
      for (let row = rows.next(); row && follows(row, last, direction); row = rows.next()) {
        onRow(row)
        last = row
      }
      if (rows.isAtEnd()) return { isAtEnd: true, last }
      rows.leave()
      isWhole = false
      const keysOnly = select(stretch, { columns: [], prefix, bounds, direction, after: last })
      const next = keysOnly.next()
      keysOnly.leave()
      if (!next || !follows(next, last, direction)) return { isAtEnd: false, last }
      last = next
    }
  }

  /** In a damaged file rows may come in any order, even for ever. */
  function follows(row: Row, before: Row | undefined, direction: Direction): boolean {
    for (const key of keys) {
      const [a, b] = [before?.[key], row[key]]
      if (typeof b !== (stretch.isNumber(key) ? 'number' : 'string')) return false
      if (a === undefined || a === b) continue
      return !stretch.isNumber(key) || (direction === 'asc' ? Number(a) < Number(b) : Number(a) > Number(b))
    }
    return before === undefined
  }
}

const halvingsOf = (level: number) => (level === 0 ? HALVINGS.first : HALVINGS.further)

type Direction = 'asc' | 'desc'

interface Walked {
  /** Nothing that could not be read lies between. */
  readonly isAtEnd: boolean
  readonly last: Row | undefined
}

interface Selection {
  readonly columns: readonly string[]
  /** Numbers that the first keys have. */
  readonly prefix: readonly number[]
  /** Of the key after those. */
  readonly bounds: Bounds
  readonly direction: Direction
  readonly after: Row | undefined
}

/** Rows by key, one after another; undefined at the end, and where the file is damaged. */
function select({ database, table, keys }: Stretch, { columns, prefix, bounds, direction, after }: Selection) {
  const names = (list: readonly string[]) => list.map(quoted).join(', ')
  const rest = keys.slice(prefix.length)
  const where = [
    ...keys.slice(0, prefix.length).map(key => `${quoted(key)} = ?`),
    `${quoted(rest[0] ?? '')} between ? and ?`,
    ...(after ? [`(${names(rest)}) ${direction === 'asc' ? '>' : '<'} (${rest.map(() => '?').join(', ')})`] : []),
  ]
  const values = [...prefix, ...bounds, ...(after ? rest.map(key => after[key]) : [])]
  const order = rest.map(key => `${quoted(key)} ${direction}`).join(', ')
  const hint = keys[0] === 'rowid' ? ' not indexed' : ''
  const listed = [...new Set([...keys, ...columns])].map(asItself)
  return stepwise(
    database,
    `select ${listed} from ${quoted(table)}${hint} where ${where.join(' and ')} order by ${order}`,
    values,
  )
}

/** The rows of a statement as long as they can be read. */
export function stepwise(database: OpenDatabase, sql: string, values: readonly unknown[]) {
  let isAtEnd = false
  let rows: Iterator<unknown> | undefined
  return {
    next(): Row | undefined {
      try {
        rows ??= database.prepare(sql).iterate(values)
        const step = rows.next()
        isAtEnd = step.done === true
        return isAtEnd ? undefined : (step.value as Row)
      } catch {
        return undefined
      }
    },
    /** Nothing comes after what was read. */
    isAtEnd: () => isAtEnd,
    leave(): void {
      try {
        rows?.return?.()
      } catch {
        // What could not be read cannot be left, either.
      }
    },
  }
}

/** A rowid with a name of its own would come under that. */
export const asItself = (name: string) => (name === 'rowid' ? 'rowid as "rowid"' : quoted(name))

export const quoted = (name: string) => (name === 'rowid' ? name : `"${name}"`)
