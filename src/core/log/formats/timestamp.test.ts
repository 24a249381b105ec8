import { expect, test } from 'vitest'
import { stripTimestamp } from './timestamp.ts'

const NOON = Date.UTC(2026, 0, 26, 12)

test.each([
  ['2026-01-26T12:00:00.0000000Z npm error', NOON, 'npm error'],
  ['2026-01-26T12:00:00Z  indented', NOON, ' indented'],
  ['2026-01-26T12:00:00.2599999Z ', NOON + 259, ''],
  ['2026-01-26T12:00:00Z', NOON, ''],
  ['\ufeff2026-01-26T12:00:00.5Z x', NOON + 500, 'x'],
  ['[2026-01-26T12:00:00.123Z] x', NOON + 123, 'x'],
  ['2026-01-26T12:00:00Z] x', NOON, 'x'],
  ['2026-01-26 12:00:00,123 x', NOON + 123, 'x'],
  ['2026-01-26T14:00:00+0200 x', NOON, 'x'],
  ['2026-01-26T14:00:00.000+02:00 x', NOON, 'x'],
  ['2026-01-26T24:00:00.0000001Z x', NOON + 12 * 3_600_000, 'x'],
])('%s', (line, timeMs, raw) => {
  expect(stripTimestamp(line)).toEqual({ raw, timeMs })
})

test.each(['2026-13-26T12:00:00Z x', '2026-01-26T12:00:61Z x', '2026-01-26 x', ' 2026-01-26T12:00:00Z x', 'npm error', ''])(
  'none: %j',
  line => {
    expect(stripTimestamp(line)).toEqual({ raw: line })
  },
)
