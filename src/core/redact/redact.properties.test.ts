import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTime } from '../../../test/cpu-time.ts'
import { drawn, PLACED, survives, TOKENS } from './canaries.fixture.ts'
import { createRedactor, redact } from './redact.ts'

test.each(TOKENS)('%s %s, broken over two lines, wherever', (_, token) => {
  for (let at = 1; at < token.length; at++) {
    for (const lineEnd of ['\n', '\r\n', '\n    ', ' \\\n', '\n2026-01-02T03:04:05.1234567Z ']) {
      const text = `key\n${token.slice(0, at)}${lineEnd}${token.slice(at)}\nDone in 3 s`
      const out = redact(text)
      expect({ at, lineEnd, lost: survives(token, out) }).toEqual({ at, lineEnd, lost: false })
      expect(out.split('\n').length).toBe(text.split('\n').length)
      expect(out.endsWith('\nDone in 3 s')).toBe(true)
    }
  }
})

describe('for any text', () => {
  const canary = fc.constantFrom(
    ...TOKENS.map(([, token]) => token),
    ...PLACED.map(([, before, secret, after]) => ` ${before}${secret}${after}\n`),
  )
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.stringMatching(/^[\w ="':;&@/\\\n\r\t-]{0,80}$/),
    fc.constantFrom(
      '[redacted:jwt]',
      '[redacted:',
      'password=',
      'token: "',
      '\x1b[',
      '-----BEGIN PRIVATE KEY-----',
      '://a:',
      'eyJ',
      '%',
      '\ud800',
    ),
  )
  const text = fc.array(fc.oneof(noise, canary), { maxLength: 8 }).map(parts => parts.join(''))

  test('a second pass changes nothing, and lines stay where they were', () => {
    fc.assert(
      fc.property(text, sample => {
        const once = redact(sample)
        expect(redact(once)).toBe(once)
        expect(once.split('\n').length).toBe(sample.split('\n').length)
      }),
      { numRuns: 1500 },
    )
  })

  test('no token survives', () => {
    fc.assert(
      fc.property(noise, fc.constantFrom(...TOKENS.map(([, token]) => token)), noise, (before, token, after) => {
        expect(survives(token, redact(`${before} ${token} ${after}`))).toBe(false)
      }),
      { numRuns: 1500 },
    )
  })

  test('no value survives, with or without other secrets beside it', () => {
    const value = drawn(24, 90)
    const redactor = createRedactor({ values: [value] })
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(survives(value, redactor(before + value + after))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

test('time is linear: a hostile line of 64 kB', () => {
  const units = [
    'a',
    'aA1',
    'password',
    'password=',
    'token: ',
    'token:',
    'token="',
    'secret=\\"',
    'ghp_',
    'eyJ',
    'eyJ.',
    '://',
    '://a:',
    'sk-',
    '\x1b[',
    '\x1b]',
    '%41',
    'a%',
    '41 ',
    '41:4',
    '0x41, ',
    '\\x41',
    'a\\u0041',
    '\\\\u00',
    '&#65;',
    '&#x',
    'authorization ',
    'Authorization: ',
    'cookie: a',
    ' -u a:',
    'curl -u ',
    'mysql -p',
    'login a ',
    'machine a login ',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\n',
    '-----BEGIN X KEY-----',
    '\n',
    'aaaa\n',
    'QUFB',
    '[redacted:',
    '[redacted:jwt]',
    '--password ',
    '<password>',
    '?key=',
    '\u200b',
    '=',
    '"',
    '\\',
    '.',
    '/',
  ]
  for (const unit of units) {
    const hostile = unit.repeat(Math.ceil(65_536 / unit.length))
    redact(hostile)
    expect({ unit, slow: cpuTime(() => redact(hostile)) > 1000 }).toEqual({ unit, slow: false })
  }
})
