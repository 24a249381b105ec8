import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPaint } from '../../core/report/paint.ts'
import { displayWidth } from '../../core/report/width.ts'
import { plot } from './plot.ts'
import type { Style } from './style.ts'
import { type Column, table } from './table.ts'

const style = (given: Partial<Style> = {}): Style => ({
  width: 40,
  unicode: true,
  paint: createPaint({ color: false }),
  ...given,
})

interface Row {
  readonly run: number
  readonly what: string
}
const COLUMNS: readonly Column<Row>[] = [
  { title: 'run', text: ({ run }) => String(run), align: 'right' },
  { title: 'tries', text: () => '1', goes: 2 },
  { title: 'what', text: ({ what }) => what, grows: true, goes: 1 },
]
const ROWS = [
  { run: 7, what: 'a test failed in the middle of the night' },
  { run: 1234, what: 'nothing' },
]

describe('a table', () => {
  test('fills the width: the last column is cut', () => {
    expect(table(ROWS, COLUMNS, style())).toBe(
      [' run  tries  what', '   7  1      a test failed in the middl…', '1234  1      nothing', ''].join('\n'),
    )
  })

  test('a narrow one goes without its less important columns', () => {
    expect(table(ROWS, COLUMNS, style({ width: 18 }))).toBe([' run  what', '   7  a test fail…', '1234  nothing', ''].join('\n'))
    expect(table(ROWS, COLUMNS, style({ width: 8 }))).toBe([' run', '   7', '1234', ''].join('\n'))
  })

  test('no cell acts on the terminal', () => {
    const out = table([{ run: 1, what: '\u001b[2J\n::add-mask::x \u202e' }], COLUMNS, style())
    expect(out).not.toMatch(/[\u001b\u202e]|^::/m)
    expect(out.split('\n')).toHaveLength(3)
  })

  test('whatever the cells, no line is wider than the terminal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ run: fc.nat(), what: fc.string({ unit: 'grapheme' }) }), { maxLength: 5 }),
        fc.integer({ min: 24, max: 80 }),
        (rows, width) => {
          for (const line of table(rows, COLUMNS, style({ width })).split('\n'))
            expect(displayWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})

describe('a plot', () => {
  const draw = (values: readonly number[], given: Partial<Style> = {}, more: object = {}) =>
    plot({ title: 'T', values, from: 'a', to: 'b', write: String, ...more }, style(given)).split('\n')

  test('of nothing but zeros has one label', () => {
    const axis = ['  ┤', '  ┤', '  ┤', '  ┤', '  ┤', '0 ┤']
    expect(draw([0, 0], { width: 14 }).slice(1, 7)).toEqual(axis)
  })

  test('columns as high as their values', () => {
    expect(draw([0, 6, 12], { width: 14 })).toEqual(
      [
        'T',
        '12 ┤      ███',
        '   ┤      ███',
        '   ┤      ███',
        ' 6 ┤   ██████',
        '   ┤   ██████',
        ' 0 ┤   ██████',
        '    a       b',
        '',
      ].map(line => line),
    )
  })

  test('in ASCII', () => {
    expect(draw([0, 12], { width: 12, unicode: false })[1]).toBe('12 |   ###')
  })

  test('whatever the numbers, lines fit', () => {
    const number = fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 1e6, noNaN: true }))
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), fc.integer({ min: 40, max: 120 }), (values, width) => {
        const lines = draw(values, { width }, { write: (value: number) => value.toPrecision(3) })
        expect(lines).toHaveLength(9)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
