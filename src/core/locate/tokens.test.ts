import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineTokens } from './tokens.ts'

test('case and numbers mean nothing, words and their order do', () => {
  expect(lineTokens('Build 12 failed')).toEqual(lineTokens('build 345 FAILED'))
  expect(lineTokens('build failed')).not.toEqual(lineTokens('failed build'))
  expect(lineTokens('')).toEqual(lineTokens('  \t'))
})

test('two tokens for each of at most forty words, and one more for each of the first two', () => {
  expect(lineTokens('error')).toHaveLength(3)
  expect(lineTokens('error: x_1')).toHaveLength(10)
  expect(lineTokens('a '.repeat(100))).toHaveLength(82)
})

/** The weights were learned with these words. */
const WORD = /[A-Za-z_]+|\d+|[^\w\s]/g

test('of a long line the beginning counts', () => {
  expect(lineTokens(`${'ab '.repeat(10)}${'x'.repeat(370)}y`)).toEqual(lineTokens(`${'ab '.repeat(10)}${'x'.repeat(370)}`))
})

test('words are what the regular expression finds', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ_09 .:\t\u00a0\u2028\ufeffµ✖😀'), maxLength: 150 })
  fc.assert(
    fc.property(text, line => {
      const words = line.match(WORD) ?? []
      expect(lineTokens(line)).toEqual(lineTokens(words.slice(0, 40).join(' ')))
    }),
  )
})
