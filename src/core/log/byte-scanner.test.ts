import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createByteScanner } from './byte-scanner.ts'
import { createFastWalker, createPlainWalker } from './walker.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe.each([
  ['WebAssembly', createFastWalker],
  ['a plain loop', createPlainWalker],
])('in %s', (_, createWalker) => {
  const scan = (texts: readonly string[], bytes: Uint8Array, start = 0, end = bytes.length) => {
    const told = new Set<number>()
    const lines = createByteScanner(texts, createWalker()).scan(bytes, start, end, text => told.add(text))
    return { told: [...told].sort((a, b) => a - b), lines }
  }

  test.each([
    ['an Error and npm ERR! code\n', ['error', 'ERR!', 'missing'], [0, 1], 1],
    ['  ● cart › adds tax\n\n\n', ['● ', '💥', '›'], [0, 2], 3],
    ['e', ['E', 'ee'], [0], 0],
    ['', ['e'], [], 0],
    ['one\ntwo', ['ne\nt', '', 'two'], [2], 1],
    ['ababababab', ['abab', 'baba', 'ABABABABAB', 'ababababababab'], [0, 1, 2], 0],
    ['cannot find the module', ['cannot find the module', 'find the modules', 'not find'], [0, 2], 0],
  ])('finds in %j of %j', (line, texts, expected, lines) => {
    expect(scan(texts, bytesOf(line))).toEqual({ told: expected, lines })
  })

  test('finds what a naive search finds, in any bytes', () => {
    const byte = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(10, 32, 65, 97, 98, 0, 255) },
      { weight: 1, arbitrary: fc.nat(255) },
    )
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', ' ', '\0', 'é', '\n'), maxLength: 20 })
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 20 }),
        fc.array(byte, { maxLength: 300 }).map(bytes => Uint8Array.from(bytes)),
        fc.nat(20),
        (texts, bytes, start) => {
          const from = Math.min(start, bytes.length)
          const line = latin(bytes.subarray(from))
          const naive = texts.flatMap((text, i) =>
            text !== '' && !text.includes('\n') && line.includes(latin(bytesOf(text))) ? [i] : [],
          )
          expect(scan(texts, bytes, from)).toEqual({ told: naive, lines: line.split('\n').length - 1 })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('finds each of thousands of texts wherever it stands', () => {
    const texts = Array.from({ length: 12_000 }, (_, i) => `text ${(i * 7919).toString(36)} of ${i}`)
    const scanner = createByteScanner(texts, createWalker())
    for (let i = 0; i < texts.length; i += 97) {
      const told: number[] = []
      const bytes = bytesOf(`${'.'.repeat(i % 61)}${texts[i]}${'.'.repeat(i % 37)}`)
      scanner.scan(bytes, 0, bytes.length, text => told.push(text))
      expect(told.map(text => texts[text])).toContain(texts[i])
    }
  })

  test('tells nothing of a text that was forgotten, and all others still', () => {
    const scanner = createByteScanner(['common', 'rare'], createWalker())
    const bytes = bytesOf('common '.repeat(10_000))
    scanner.forget(0)
    const told: number[] = []
    for (let i = 0; i < 12; i++) scanner.scan(bytes, 0, bytes.length, text => told.push(text))
    scanner.scan(bytesOf('common rare'), 0, 11, text => told.push(text))
    expect([...new Set(told)]).toEqual([1])
  })
})

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes).replace(/[A-Z]/g, letter => letter.toLowerCase())
