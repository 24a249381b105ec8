import { describe, expect, test } from 'vitest'
import type { SecretFinder } from '../ports/secrets.ts'
import { TOKENS } from './canaries.fixture.ts'
import { createRedactor, redact } from './redact.ts'
import { redactAll, redactLines, redactValue } from './value.ts'

const token = TOKENS[0]?.[1] ?? ''
const nothing: SecretFinder = { mayFind: () => false, find: async () => [] }

/** Hides each `odd` and what follows it in a word; `asked`: the texts it was asked about. */
function oddFinder(): SecretFinder & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    mayFind: text => text.includes('odd'),
    find: async text => {
      asked.push(text)
      return [...text.matchAll(/odd\w*/g)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
    },
  }
}

describe('words of ours', () => {
  const everything = createRedactor({ find: text => [{ start: 0, end: text.length, kind: 'secret' }] })
  const hidden = '[redacted:secret]'

  test.each([
    'schema',
    'category',
    'fingerprint',
    'framework',
    'conclusion',
    'status',
    'direction',
    'kind',
    'format',
    'mark',
    'role',
    'level',
  ])('%s', field => {
    const value = { [field]: 'a_word-of.ours:1/2' }
    expect(redactValue(value, everything)).toEqual(value)
  })

  test.each(['Capital', '1digit', 'two words', '', ` x`, `x${'a'.repeat(49)}`])('not %j', word => {
    expect(redactValue({ status: word }, everything)).toEqual({ status: word === '' ? '' : hidden })
  })

  test('nor in other fields, nor in lists, nor in records of strangers', () => {
    expect(redactValue({ title: 'word', status: ['word'], params: { status: 'word' } }, everything)).toEqual({
      title: hidden,
      status: [hidden],
      params: { [hidden]: hidden },
    })
    expect(redactValue({ status: `x${'a'.repeat(48)}` }, everything)).toEqual({ status: `x${'a'.repeat(48)}` })
  })

  test('a list named like a record of strangers has our keys', () => {
    expect(redactValue({ params: [{ status: 'word', name: 'x' }] }, everything)).toEqual({
      params: [{ status: 'word', name: hidden }],
    })
  })
})

describe('what is no text', () => {
  const value = {
    n: 1,
    none: null,
    no: false,
    list: [1, null, true],
    mixed: ['a', 1, { b: 'c' }],
    lines: [{ n: 1 }, { n: 1, text: 2 }],
  }

  test('stays what it is', async () => {
    expect(redactValue(value, redact)).toEqual(value)
    expect(await redactAll(value, redact, { ...nothing, mayFind: () => true })).toEqual(value)
  })

  test('lists of several kinds are taken one by one', () => {
    const mixed = [`${token.slice(0, 20)}`, { n: 1, text: `a ${token}` }, `x ${token}`, 7]
    expect(redactValue(mixed, redact)).toEqual([
      token.slice(0, 20),
      { n: 1, text: 'a [redacted:github-token]' },
      'x [redacted:github-token]',
      7,
    ])
  })
})

describe('a further finder', () => {
  test('sees the lines of a log as one text, and what else they say', async () => {
    const finder = oddFinder()
    const lines = [
      { n: 1, text: 'an odd one', by: 'plain' },
      { n: 2, text: 'another', by: 'odder' },
    ]
    expect(await redactAll({ lines }, redact, finder)).toEqual({
      lines: [
        { n: 1, text: 'an [redacted:secret] one', by: 'plain' },
        { n: 2, text: 'another', by: '[redacted:secret]' },
      ],
    })
    expect(finder.asked).toContain('an odd one\nanother')
  })

  test('sees keys of strangers, and none of ours', async () => {
    const finder = oddFinder()
    expect(await redactAll({ odd1: 'x', captures: { odd2: 'y' } }, redact, finder)).toEqual({
      odd1: 'x',
      captures: { '[redacted:secret]': 'y' },
    })
    expect(finder.asked).toEqual(['odd2'])
  })

  test('does not see words of ours, and is asked once about what stands twice', async () => {
    const finder = oddFinder()
    expect(await redactAll({ status: 'odd', a: 'odd 1', b: ['odd 1'] }, redact, finder)).toEqual({
      status: 'odd',
      a: '[redacted:secret] 1',
      b: ['[redacted:secret] 1'],
    })
    expect(finder.asked).toEqual(['odd 1'])
  })

  test('sees lists of several kinds one by one', async () => {
    const finder = oddFinder()
    expect(await redactAll(['odd', 1, { n: 1, text: 'odd' }, null], redact, finder)).toEqual([
      '[redacted:secret]',
      1,
      { n: 1, text: '[redacted:secret]' },
      null,
    ])
  })

  test('that has nothing to look at leaves the value alone', async () => {
    const value = { a: 'plain' }
    expect(await redactAll(value, text => text, nothing)).toEqual(value)
  })
})

describe('what one text tells is hidden in the others', () => {
  const shown = async (secret: string) => (await redactAll({ a: `password=${secret}`, b: `x ${secret} y` }, redact, nothing)).b

  test('from eight characters with letters and digits on', async () => {
    expect(await shown('abcdefg1')).toBe('x [redacted:secret] y')
    expect(await shown('ABCDEFG1')).toBe('x [redacted:secret] y')
    expect(await shown('abcdef1')).toBe('x abcdef1 y')
    expect(await shown('abcdefgh')).toBe('x abcdefgh y')
    expect(await shown('12345678')).toBe('x 12345678 y')
  })

  test('each time it stands there', async () => {
    const { b } = await redactAll({ a: 'password=abcdefg1', b: 'abcdefg1abcdefg1 and abcdefg1' }, redact, nothing)
    expect(b).toBe('[redacted:secret][redacted:secret] and [redacted:secret]')
  })

  test('by what is around it only where that is given', async () => {
    expect(await redactAll({ b: 'abcdefg1' }, redact, nothing)).toEqual({ b: 'abcdefg1' })
    expect(await redactAll({ b: 'abcdefg1' }, redact, nothing, ['password=abcdefg1'])).toEqual({ b: '[redacted:secret]' })
  })

  test('as far as the redactor tells', async () => {
    const silent = (text: string) => text.replace('abcdefg1', '…')
    expect(await redactAll({ a: 'abcdefg1', b: 'abcdefg1 abcdefg1' }, silent, nothing)).toEqual({ a: '…', b: '… abcdefg1' })
  })
})

test('lines keep their number, also where one of them holds several', () => {
  expect(redactLines(['a\nb', token, '', 'c\n\nd'], redact)).toEqual(['a\nb', '[redacted:github-token]', '', 'c\n\nd'])
  expect(redactLines([], redact)).toEqual([])
})
