import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../../core/model/series.ts'
import { createCsvReader } from './csv.ts'

function read(...pieces: readonly string[]) {
  const points: Point[] = []
  const reader = createCsvReader(point => points.push(point))
  for (const piece of pieces) {
    const mistake = reader.push(piece)
    if (mistake) return mistake
  }
  return reader.end() ?? points
}

const AT = Date.UTC(2014, 3, 1, 0, 5)

test.each([
  ['as NAB writes it', 'timestamp,value\n2014-04-01 00:05:00,20.5\n', [{ at: AT, value: 20.5 }]],
  ['RFC 3339, other columns, Windows ends', 'run,Value,Timestamp\r\n7,1e3,2014-04-01T00:05:00Z\r\n', [{ at: AT, value: 1000 }]],
  [
    'seconds and milliseconds',
    `timestamp,value\n${AT / 1000},1\n${AT},2`,
    [
      { at: AT, value: 1 },
      { at: AT, value: 2 },
    ],
  ],
  ['quotes', '"timestamp","value","note"\n"2014-04-01 00:05","-3","a, ""b"""\n', [{ at: AT, value: -3 }]],
  ['what is no number', 'timestamp,value\nsoon,\n,NaN\n,Infinity\n,x', Array(4).fill({ at: Number.NaN, value: Number.NaN })],
  ['blank lines', '\ufefftimestamp,value\n\n,1\n\n', [{ at: Number.NaN, value: 1 }]],
  [
    'values alone',
    'value\n1\n2',
    [
      { at: Number.NaN, value: 1 },
      { at: Number.NaN, value: 2 },
    ],
  ],
])('%s', (_, text, points) => {
  expect(read(text)).toEqual(points)
})

test.each([
  ['nothing', '', 'is empty'],
  ['no header', '2014-04-01 00:05:00,20\n', 'has no header with the columns timestamp and value'],
  ['another table', 'a,b\n1,2\n', 'has no header with the columns timestamp and value'],
])('%s is refused in words', (_, text, mistake) => {
  expect(read(text)).toBe(mistake)
})

test('it does not matter where the text is cut', () => {
  const text = 'timestamp,value\r\n2014-04-01 00:05:00,1\r\n"2014-04-01 00:10:00","2"\r\n,\r\n'
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length }), cut => {
      expect(read(text.slice(0, cut), text.slice(cut))).toEqual(read(text))
    }),
  )
})

test('any text is a table or refused, never a crash', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void read(text, `\n${text}`)))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void read(`timestamp,value\n${text}`)))
})
