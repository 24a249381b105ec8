import { displayWidth } from '../../core/report/width.ts'
import type { Style } from './style.ts'

export interface Plot {
  readonly title: string
  /** NaN where there is none. */
  readonly values: readonly number[]
  /** Of the first and the last value. */
  readonly from: string
  readonly to: string
  /** How a value is written at the axis. */
  write(value: number): string
  /** The value at the foot and at the top; by default those of the values. */
  readonly low?: number
  readonly high?: number
}

const HEIGHT = 6
const EIGHTHS = ' ▁▂▃▄▅▆▇█'

/** Columns on an axis; ends in a line feed. More values than columns are averaged, fewer are drawn wider. */
export function plot({ title, values, from, to, write, ...limits }: Plot, { width, unicode, paint }: Style): string {
  const known = values.filter(value => !Number.isNaN(value))
  const low = limits.low ?? Math.min(0, ...known)
  const top = limits.high ?? Math.max(...known, low)
  const high = Math.max(top, low + Number.EPSILON)
  const labels = top > low ? [top, (top + low) / 2, low].map(write) : ['', '', write(low)]
  const margin = Math.max(...labels.map(displayWidth))
  const bars = columnsOf(values, width - margin - 3)
  const rows = Array.from({ length: HEIGHT }, (_, i) => {
    const row = HEIGHT - 1 - i
    const label = i === 0 ? labels[0] : i === HEIGHT / 2 ? labels[1] : i === HEIGHT - 1 ? labels[2] : ''
    const cells = bars.map(value => cell(((value - low) / (high - low)) * HEIGHT - row, unicode)).join('')
    return `${paint.quiet(`${(label ?? '').padStart(margin)} ${unicode ? '┤' : '|'}`)}${cells.trimEnd()}`
  })
  const space = Math.max(1, bars.length - displayWidth(from) - displayWidth(to))
  const axis = `${' '.repeat(margin + 2)}${values.length > 1 ? `${from}${' '.repeat(space)}${to}` : from}`
  return `${[paint.title(title), ...rows, paint.quiet(axis)].join('\n')}\n`
}

function cell(eighths: number, unicode: boolean): string {
  if (Number.isNaN(eighths)) return ' '
  if (!unicode) return eighths >= 0.5 ? '#' : eighths > 0 ? '.' : ' '
  return EIGHTHS[Math.min(8, Math.max(0, Math.round(eighths * 8)))] ?? ' '
}

function columnsOf(values: readonly number[], room: number): readonly number[] {
  if (values.length <= room) {
    const wide = Math.max(1, Math.min(6, Math.floor(room / Math.max(1, values.length))))
    return values.flatMap(value => new Array<number>(wide).fill(value))
  }
  return Array.from({ length: room }, (_, i) => {
    const part = values.slice(Math.floor((i * values.length) / room), Math.floor(((i + 1) * values.length) / room))
    const known = part.filter(value => !Number.isNaN(value))
    return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length
  })
}
