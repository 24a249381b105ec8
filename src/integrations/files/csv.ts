import type { Point } from '../../core/model/series.ts'

/** Reads a CSV with a header and the columns `timestamp` and `value`, as it comes, in any order and among others. */
export interface CsvReader {
  /** Takes the next piece of text. Returns a sentence where the text is no such table. */
  push(text: string): string | undefined
  /** Takes what is left. */
  end(): string | undefined
}

/** @param take called with each row; a cell that holds no number is a missing value */
export function createCsvReader(take: (point: Point) => void): CsvReader {
  let rest = ''
  let columns: Columns | undefined

  function line(text: string): string | undefined {
    if (text.trim() === '') return undefined
    const cells = cellsOf(text)
    if (columns) {
      take({ at: timeOf(cells[columns.timestamp]), value: numberOf(cells[columns.value]) })
      return undefined
    }
    const names = cells.map(name => name.trim().toLowerCase())
    columns = { timestamp: names.indexOf('timestamp'), value: names.indexOf('value') }
    return columns.value < 0 ? 'has no header with the columns timestamp and value' : undefined
  }

  function push(text: string) {
    const lines = (rest + text).split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (const text of lines) {
      const mistake = line(text)
      if (mistake) return mistake
    }
    return undefined
  }

  return {
    push,
    end: () => line(rest) ?? (columns ? undefined : 'is empty'),
  }
}

interface Columns {
  readonly timestamp: number
  readonly value: number
}

/** The cells of a row; quotes are taken off, a doubled one inside stands for itself (RFC 4180, rows of one line). */
function cellsOf(row: string): readonly string[] {
  if (!row.includes('"')) return row.split(',')
  return [...row.matchAll(/(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))/g)].map(
    ({ groups }) => groups?.['quoted']?.replaceAll('""', '"') ?? groups?.['plain'] ?? '',
  )
}

const numberOf = (cell = '') => (cell.trim() === '' ? Number.NaN : finite(Number(cell)))
const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN)

/** `2014-04-01 00:05:00`, RFC 3339, or seconds or milliseconds since the epoch; a time without zone is taken as UTC. */
function timeOf(cell = ''): number {
  const text = cell.trim()
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text)) return Date.parse(`${text.replace(' ', 'T')}Z`)
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * (Number(text) < 1e11 ? 1000 : 1)
  return Date.parse(text)
}
