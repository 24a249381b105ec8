import type { Paint } from '../../core/report/paint.ts'
import { cutEnd, displayWidth } from '../../core/report/width.ts'
import { safeLine } from './safe-text.ts'
import { plain, type Style } from './style.ts'

export interface Column<Row> {
  readonly title: string
  /** May be anything: it is made safe here. */
  text(row: Row): string
  readonly align?: 'right'
  look?(row: Row): keyof Paint | undefined
  /** Columns with the highest number go first where there is no room for all; those without one stay. */
  readonly goes?: number
  /** Takes what room is left, and is cut there. */
  readonly grows?: true
}

const GAP = 2
/** A growing column with less room is no longer worth reading. */
const LEAST_ROOM = 12

/** Rows under their titles, in as many columns as the width holds; ends in a line feed. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], style: Style): string {
  const cells = new Map(columns.map(column => [column, rows.map(row => plain(safeLine(column.text(row)), style))]))
  const widthOf = (column: Column<Row>) => Math.max(displayWidth(column.title), ...(cells.get(column) ?? []).map(displayWidth))
  const widths = new Map(columns.map(column => [column, widthOf(column)]))
  const shown = fitting(columns, widths, style.width)
  const line = (text: (column: Column<Row>) => string, look: (column: Column<Row>) => keyof Paint | undefined) =>
    shown
      .map((column, i) => {
        const width = widths.get(column) ?? 0
        const cut = cutEnd(text(column), width, style.unicode ? '…' : '.')
        const space = ' '.repeat(Math.max(0, width - displayWidth(cut)))
        const as = look(column)
        const painted = as ? style.paint[as](cut) : cut
        if (column.align === 'right') return space + painted
        return i === shown.length - 1 ? painted : painted + space
      })
      .join(' '.repeat(GAP))
      .trimEnd()
  const head = line(
    column => column.title,
    () => 'quiet',
  )
  const body = rows.map((row, i) =>
    line(
      column => cells.get(column)?.[i] ?? '',
      column => column.look?.(row),
    ),
  )
  return `${[head, ...body].join('\n')}\n`
}

/** Leaves columns out until the others fit, and sets the width of the growing one to what is left. */
function fitting<Row>(columns: readonly Column<Row>[], widths: Map<Column<Row>, number>, room: number): readonly Column<Row>[] {
  const grows = columns.find(column => column.grows)
  const wanted = grows ? (widths.get(grows) ?? 0) : 0
  const total = (of: readonly Column<Row>[]) => of.reduce((sum, column) => sum + (widths.get(column) ?? 0) + GAP, -GAP)
  let shown = columns
  if (grows) widths.set(grows, Math.min(wanted, LEAST_ROOM))
  while (total(shown) > room) {
    const last = shown.filter(({ goes }) => goes !== undefined).sort((a, b) => (b.goes ?? 0) - (a.goes ?? 0))[0]
    if (!last) break
    shown = shown.filter(column => column !== last)
  }
  if (grows && shown.includes(grows))
    widths.set(grows, Math.max(1, Math.min(wanted, (widths.get(grows) ?? 0) + room - total(shown))))
  return shown
}
