import { describe, expect, test } from 'vitest'
import { drawn, TOKENS } from './canaries.fixture.ts'
import { createRedactor, hideSpans, redact } from './redact.ts'

const token = TOKENS[0]?.[1] ?? ''

describe('what is hidden', () => {
  test('is told, line by line', () => {
    expect(redact.hidden?.('nothing')).toEqual([])
    expect(new Set(redact.hidden?.(`a ${token} b password=hunter2`))).toEqual(new Set([token, 'hunter2']))
    const pieces = redact.hidden?.(`got ${token.slice(0, 20)}\n\n   ${token.slice(20)}\nDone`)
    expect(pieces).toContain(token.slice(0, 20))
    expect(redact.hidden?.(`got ${token.slice(0, 20)}\n   ${token.slice(20)}\nDone`)).toEqual(
      expect.arrayContaining([token.slice(0, 20), token.slice(20)]),
    )
  })

  test('is neither blank nor a marker', () => {
    const find = (text: string) => [{ start: 0, end: text.length, kind: 'secret' as const }]
    const { hidden } = createRedactor({ find })
    expect(hidden?.('  one  \n\n \ntwo')).toEqual(['one', 'two'])
    expect(hidden?.('[redacted:jwt]')).toEqual([])
  })
})

describe('beside markers', () => {
  const all = (text: string, start = 0) => hideSpans(text, [{ start, end: text.length, kind: 'token' }])

  test('only what is not hidden yet is', () => {
    expect(all('ab[redacted:jwt]cd')).toBe('[redacted:token][redacted:jwt][redacted:token]')
    expect(all('x: ab[redacted:jwt]cd', 3)).toBe('x: [redacted:token][redacted:jwt][redacted:token]')
    expect(all('[redacted:jwt] [redacted:jwt]\n')).toBe('[redacted:jwt] [redacted:jwt]\n')
    expect(all('abc', 1)).toBe('a[redacted:token]')
  })
})

describe('a value spelt out', () => {
  const spelt = (value: string) => createRedactor({ values: [value] })(`got ${[...value].join(' ')} back`)

  test('is found from eight characters on', () => {
    expect(spelt('abcd2345')).toBe('got [redacted:value] back')
    expect(spelt('abc2345')).toBe('got a b c 2 3 4 5 back')
  })
})

test('each of several values is hidden, one within another with it', () => {
  const redactor = createRedactor({ values: ['swordfish', 'swordfish-and-more', 'hunter2'] })
  expect(redactor('swordfish hunter2 swordfish-and-more, swordfish')).toBe(
    '[redacted:value] [redacted:value] [redacted:value], [redacted:value]',
  )
})

test('without values and finder, only what has a form is hidden', () => {
  expect(createRedactor()('Stryker was here, and Stryker was gone')).toBe('Stryker was here, and Stryker was gone')
  expect(createRedactor({ values: [drawn(12, 3)] })('nothing')).toBe('nothing')
})
