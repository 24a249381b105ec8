import { expect, test } from 'vitest'
import { applySpans, type Kind, MARKER } from './span.ts'

const span = (start: number, end: number, kind: Kind = 'token') => ({ start, end, kind })

test('spans are replaced by their markers, in whatever order they come', () => {
  expect(applySpans('ab cd ef', [span(6, 8, 'jwt'), span(0, 2)])).toBe('[redacted:token] cd [redacted:jwt]')
  expect(applySpans('ab cd ef', [span(3, 5)])).toBe('ab [redacted:token] ef')
  expect(applySpans('ab', [])).toBe('ab')
  expect(applySpans('abc', [span(1, 1), span(2, 1)])).toBe('abc')
})

test('overlapping spans are one, named after the one that begins first, of those the longest', () => {
  expect(applySpans('0123456789', [span(4, 8, 'jwt'), span(2, 5, 'cookie')])).toBe('01[redacted:cookie]89')
  expect(applySpans('0123456789', [span(2, 4, 'jwt'), span(2, 8, 'cookie')])).toBe('01[redacted:cookie]89')
  expect(applySpans('0123456789', [span(2, 8, 'cookie'), span(2, 4, 'jwt'), span(3, 4, 'value')])).toBe('01[redacted:cookie]89')
})

test('neighbours stay two', () => {
  expect(applySpans('0123', [span(0, 2), span(2, 4, 'jwt')])).toBe('[redacted:token][redacted:jwt]')
})

test('lines stay where they are, with their indentation and ends', () => {
  const text = 'key:   one\r\n    two\r\n\r\n  \n\t three four'
  expect(applySpans(text, [span(5, text.length - 5)])).toBe(
    'key: [redacted:token]\r\n    [redacted:token]\r\n\r\n\n\t [redacted:token] four',
  )
  expect(applySpans('a\nb', [span(1, 3)])).toBe('a\n[redacted:token]')
})

test('a marker is one of a known kind', () => {
  expect('[redacted:jwt] [redacted:none] [redacted:aws-key]'.match(MARKER)).toEqual(['[redacted:jwt]', '[redacted:aws-key]'])
})
