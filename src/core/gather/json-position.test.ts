import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JsonPath, positionOfPath, positionOfSyntaxError } from './json-position.ts'

const TEXT = `{
  "a": 1, "b": { "c": [ true,
    { "d\\u0065": "x" } ] },
  "b2": [[], [7]]
}`

describe('where a value stands', () => {
  test.each<[JsonPath, number, number]>([
    [[], 1, 1],
    [['a'], 2, 8],
    [['b'], 2, 16],
    [['b', 'c'], 2, 23],
    [['b', 'c', 0], 2, 25],
    [['b', 'c', 1, 'de'], 3, 18],
    [['b2', 1, 0], 4, 15],
    [['b', 'missing'], 2, 16],
    [['missing'], 1, 1],
    [['b2', 9], 4, 9],
  ])('%j', (path, line, column) => {
    expect(positionOfPath(TEXT, path)).toEqual({ line, column })
  })
})

describe('where a text stops being JSON', () => {
  test.each([
    ['{ "a": 1, }', 1, 11],
    ['{\n  "a": 1\n  "b": 2 }', 3, 3],
    ['{ "a": tru }', 1, 8],
    ['[1, 2', 1, 6],
    ['', 1, 1],
    ['{} {}', 1, 4],
    ["{ 'a': 1 }", 1, 3],
    ['{ "a": 01 }', 1, 9],
    ['[}', 1, 2],
  ])('%j', (text, line, column) => {
    expect(positionOfSyntaxError(text)).toEqual({ line, column })
  })

  test('agrees with JSON.parse on any JSON, and on any text', () => {
    fc.assert(fc.property(fc.json(), text => positionOfSyntaxError(text) === undefined))
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', '0', ' ', ':'),
        (text, at, piece) => {
          const broken = text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1)
          return (positionOfSyntaxError(broken) === undefined) === isJson(broken)
        },
      ),
    )
  })

  test('a deep text needs no deep stack', () => {
    const depth = 500_000
    expect(positionOfSyntaxError('['.repeat(depth) + ']'.repeat(depth))).toBeUndefined()
    expect(positionOfSyntaxError('['.repeat(depth))).toEqual({ line: 1, column: depth + 1 })
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
