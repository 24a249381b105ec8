import { describe, expect, test } from 'vitest'
import type { SecretFinder } from '../ports/secrets.ts'
import { TOKENS } from './canaries.fixture.ts'
import { createRedactor, redact } from './redact.ts'
import { redactAll, redactLines, redactValue } from './value.ts'

const token = TOKENS[0]?.[1] ?? ''

test('every string is redacted, keys and numbers are kept', () => {
  const value = { headline: `bad ${token}`, n: 42, none: null, yes: true, deep: [{ captures: { token, code: 'E1' } }, 7] }
  expect(redactValue(value, redact)).toEqual({
    headline: 'bad [redacted:github-token]',
    n: 42,
    none: null,
    yes: true,
    deep: [{ captures: { token: '[redacted:github-token]', code: 'E1' } }, 7],
  })
})

test.each(['captures', 'params', 'metrics'])('keys in %s are redacted, however deep', record => {
  expect(redactValue({ [record]: { [token]: 1, plain: [{ [`x ${token}`]: 'a' }] } }, redact)).toEqual({
    [record]: { '[redacted:github-token]': 1, plain: [{ 'x [redacted:github-token]': 'a' }] },
  })
})

test('a further finder sees keys, too', async () => {
  const finder: SecretFinder = {
    mayFind: text => text.includes('odd'),
    find: async text => [{ start: text.indexOf('odd'), end: text.length }],
  }
  expect(await redactAll({ metrics: { 'my odd1': 1 } }, redact, finder)).toEqual({ metrics: { 'my [redacted:secret]': 1 } })
})

test('words of ours stay what they are, even where a secret value equals one', () => {
  const network = createRedactor({ values: ['network', 'sherpa.diagnosis/1'] })
  const value = { schema: 'sherpa.diagnosis/1', category: 'network', title: 'network is down', captures: { category: 'network' } }
  expect(redactValue(value, network)).toEqual({
    schema: 'sherpa.diagnosis/1',
    category: 'network',
    title: '[redacted:value] is down',
    captures: { category: '[redacted:value]' },
  })
})

test('a field of ours that holds something else is redacted', () => {
  expect(redactValue({ category: `x ${token}`, kind: token }, redact)).toEqual({
    category: 'x [redacted:github-token]',
    kind: '[redacted:github-token]',
  })
})

test('a secret broken over the lines of one array is found', () => {
  const lines = [`got ${token.slice(0, 20)}`, `${token.slice(20)}`, 'Done.', 'a\nb']
  expect(redactLines(lines, redact)).toEqual(['got [redacted:github-token]', '[redacted:github-token]', 'Done.', 'a\nb'])
  expect(redactValue({ text: lines }, redact).text).toHaveLength(4)
})

test('a secret broken over lines of a log is found', () => {
  const lines = [
    { n: 7, text: `got ${token.slice(0, 20)}`, score: 0.1 },
    { n: 8, text: `${token.slice(20)} failed`, score: 0.9 },
    { n: 9, text: 'Done.', score: 0 },
  ]
  expect(redactValue({ lines }, redact).lines).toEqual([
    { n: 7, text: 'got [redacted:github-token]', score: 0.1 },
    { n: 8, text: '[redacted:github-token] failed', score: 0.9 },
    { n: 9, text: 'Done.', score: 0 },
  ])
})

test('empty arrays and odd values pass', () => {
  expect(redactValue([], redact)).toEqual([])
  expect(redactValue({ a: [], b: [''], c: undefined }, redact)).toEqual({ a: [], b: [''], c: undefined })
})

test('a finder is asked only about texts that it may find something in, after the known forms are gone', async () => {
  const asked: string[] = []
  const finder: SecretFinder = {
    mayFind: text => text.includes('odd'),
    find: async text => {
      asked.push(text)
      return [...text.matchAll(/odd\w*/g)].map(match => ({ start: match.index, end: match.index + match[0].length }))
    },
  }
  const value = { a: `plain ${token}`, b: `an oddity and ${token}`, c: ['first', 'odd one'] }
  expect(await redactAll(value, redact, finder)).toEqual({
    a: 'plain [redacted:github-token]',
    b: 'an [redacted:secret] and [redacted:github-token]',
    c: ['first', '[redacted:secret] one'],
  })
  expect(asked).toEqual(['an oddity and [redacted:github-token]', 'first\nodd one'])
})

test('a finder that cannot work stops everything', async () => {
  const finder: SecretFinder = { mayFind: () => true, find: () => Promise.reject(new Error('no finder')) }
  await expect(redactAll({ a: 'x' }, redact, finder)).rejects.toThrow('no finder')
})

describe('what one text tells to be a secret is hidden in the others', () => {
  const nothing: SecretFinder = { mayFind: () => false, find: async () => [] }

  test('in a capture without the words around it', async () => {
    const value = {
      message: 'no login with DB_PASSWORD=s3same0pen',
      captures: { value: 's3same0pen' },
      title: 's3same0pen is bad',
    }
    expect(await redactAll(value, redact, nothing)).toEqual({
      message: 'no login with DB_PASSWORD=[redacted:password]',
      captures: { value: '[redacted:secret]' },
      title: '[redacted:secret] is bad',
    })
  })

  test('in half a token, by the lines around it', async () => {
    const [one, two] = [token.slice(0, 20), token.slice(20)]
    expect(await redactAll({ title: `got ${one}`, tests: [{ name: two }] }, redact, nothing, [`got ${one}\n${two}`])).toEqual({
      title: 'got [redacted:secret]',
      tests: [{ name: '[redacted:secret]' }],
    })
  })

  test('but for a plain word', async () => {
    const value = { message: 'POSTGRES_PASSWORD=postgres', title: 'postgres is down' }
    expect((await redactAll(value, redact, nothing)).title).toBe('postgres is down')
  })
})
