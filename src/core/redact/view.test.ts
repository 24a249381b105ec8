import { describe, expect, test } from 'vitest'
import { joinedView, originalSpan, plainView, squeeze, squeezedView, visibleView } from './view.ts'

describe('what is visible', () => {
  test.each([
    ['colours', 'a\x1b[1;31mb\x1b[0mc', 'abc'],
    ['a cursor that moves', 'a\x1b[2Kb\x1b[?25hc', 'abc'],
    ['a C1 sequence', 'a\x9b31mb', 'ab'],
    ['a short escape', 'a\x1bMb\x1b(Bc', 'abc'],
    ['a link, ended by a bell', 'a\x1b]8;;http://x\x07b', 'ab'],
    ['a link, ended by ST', 'a\x1b]8;;http://x\x1b\\b', 'ab'],
    ['a title that never ends', 'a\x1b]0;title\nb', 'a\nb'],
    ['DCS, PM, APC and SOS', 'a\x1bPx\x1b\\b\x1b^y\x07c\x1b_z\x07d\x1bXw\x07e', 'abcde'],
    ['an empty OSC', 'a\x1b]\x07b', 'ab'],
    ['an OSC within another', 'a\x1b]0;x\x1b]0;y\x07b', 'ab'],
    ['controls', 'a\x00b\x08c\x7fd\x0be', 'abcde'],
    ['no width', 'a\u200bb\u200dc\ufeffd\u00ade\u2060f', 'abcdef'],
    ['tags', 'a\u{e0041}b', 'ab'],
  ])('%s', (_, text, visible) => {
    expect(visibleView(text)?.text).toBe(visible)
  })

  test('tabs and line ends are, and where all is there is no view', () => {
    expect(visibleView('a\tb\r\nc é 😀')).toBeNull()
    expect(visibleView('')).toBeNull()
  })
})

describe('lines joined', () => {
  test.each([
    ['a\nb', 'ab'],
    ['a\r\nb', 'ab'],
    ['a  \t\n  b', 'ab'],
    ['a \\\n  b', 'ab'],
    ['a\n2026-01-02T03:04:05Z b', 'ab'],
    ['a\n2026-01-02T03:04:05.123Z b', 'ab'],
    ['a\n2026-01-02T03:04:05.1234567Z   b', 'ab'],
    ['a\n> b', 'ab'],
    ['a\n  | b', 'ab'],
    ['a\n+ b', 'ab'],
    ['a\n2026-01-02 b', 'a2026-01-02 b'],
    ['a\n>b', 'a>b'],
    ['a b\nc d', 'a bc d'],
    ['a\\b\nc', 'a\\bc'],
  ])('%j', (text, joined) => {
    const view = joinedView(plainView(text))
    expect([view?.text, [...(view?.joins ?? [])]]).toEqual([
      joined,
      [text.indexOf('a b') === 0 ? 3 : text.startsWith('a\\b') ? 3 : 1],
    ])
  })

  test('one line has nothing to join', () => {
    expect(joinedView(plainView('a b'))).toBeNull()
  })
})

test('squeezed, a text has neither blanks nor quotes', () => {
  expect(squeezedView(plainView(' a "b"\n\t\'c\' `d` \\e')).text).toBe('abcde')
  expect(squeeze(' a\u200b "b"\x1b[1m  \\c')).toBe('abc')
})

test('a place in a view is one in the original', () => {
  const text = 'x\x1b[1ma\nb\x1b[0my'
  const visible = visibleView(text)
  const joined = visible && joinedView(visible)
  expect(joined?.text).toBe('xaby')
  const at = joined && originalSpan(joined, { start: 1, end: 3, kind: 'jwt' })
  expect(at).toEqual({ start: 5, end: 8, kind: 'jwt' })
  expect(text.slice(5, 8)).toBe('a\nb')
  const plain = { start: 1, end: 2, kind: 'jwt' } as const
  expect(originalSpan(plainView('abc'), plain)).toBe(plain)
})
