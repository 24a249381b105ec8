import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesIn, withNames, withoutNames } from './edit-list.ts'

describe('lines', () => {
  test.each<[string, string | null, string]>([
    ['no list yet', null, 'a\nb\n'],
    ['an empty list', '', 'a\nb\n'],
    ['a last line without end', '# slow\nc', '# slow\nc\na\nb\n'],
    ['one that is there', 'c\n  a\n', 'c\n  a\nb\n'],
    ['line ends of Windows', 'c\r\n', 'c\r\na\r\nb\r\n'],
    ['one that is commented out', '# a\n', '# a\na\nb\n'],
  ])('%s', (_, before, after) => {
    expect(withNames(before, ['a', 'b'], 'lines')).toBe(after)
  })

  test('what stands there stays, and what was added is taken out again', () => {
    const text = '# slow\r\nc\r\n\r\n  d\n'
    const longer = withNames(text, ['a', 'b'], 'lines')
    expect(longer?.startsWith(text)).toBe(true)
    expect(withoutNames(longer, ['b', 'a'], 'lines')).toBe(text)
    expect(withoutNames(text, ['x'], 'lines')).toBe(text)
  })
})

describe('json', () => {
  test.each<[string, string | null, string | null]>([
    ['no list yet', null, '[\n  "a",\n  "b"\n]\n'],
    ['its indent', '[\n\t"c"\n]', '[\n\t"c",\n\t"a",\n\t"b"\n]\n'],
    ['an object', '{}', null],
    ['other values', '["c", 1]', null],
    ['no JSON', 'c', null],
  ])('%s', (_, before, after) => {
    expect(withNames(before, ['a', 'b'], 'json')).toBe(after)
  })

  test('what was added is taken out again', () => {
    const text = '[\n  "c"\n]\n'
    expect(withoutNames(withNames(text, ['a'], 'json'), ['a'], 'json')).toBe(text)
  })
})

test('whatever the text: names that are added are on the list, and adding them again changes nothing', () => {
  const name = fc.stringMatching(/^[a-z][a-z ›]{0,8}[a-z]$/)
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(name, { minLength: 1 }),
      fc.constantFrom('lines' as const, 'json' as const),
      (text, names, format) => {
        const longer = withNames(text, names, format)
        if (longer === null) return
        expect([...(namesIn(longer, format) ?? [])]).toEqual(expect.arrayContaining(names))
        expect(withNames(longer, names, format)).toBe(longer)
      },
    ),
  )
})
