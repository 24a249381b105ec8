import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTextFinder } from './text-finder.ts'

const TEXTS = ['error', 'ERR!', '● ', 'ℹ fail ', '💥', 'ß', 'E:', 'r', '']
const sorted = (ids: readonly number[]) => [...ids].sort((a, b) => a - b)

describe('literal texts', () => {
  test.each([
    ['an Error and npm ERR! code', [0, 1, 7]],
    ['  ● cast › adds tax', [2]],
    ['ℹ fail 1', [3]],
    ['💥 and ß', [4, 5]],
    ['ℹ pass 1 › ● ', [2]],
    ['e: unable to locate', [6]],
    ['nothing', []],
    ['', []],
  ])('in %j', (line, expected) => {
    expect(sorted(createTextFinder(TEXTS).find(line))).toEqual(expected)
  })

  test('are told once, however often they occur', () => {
    expect(createTextFinder(['aa', 'a']).find('aaaaa')).toHaveLength(2)
  })

  test('occur where a naive search finds them', () => {
    const letter = fc.constantFrom('a', 'B', 'b', 'ß', '●', '[', '{', '@', '`', ' ', '💥')
    const text = fc.string({ unit: letter, maxLength: 6 })
    const line = fc.string({ unit: letter, maxLength: 60 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), line, (texts, line) => {
        const naive = texts.flatMap((text, i) => (text !== '' && fold(line).includes(fold(text)) ? [i] : []))
        expect(sorted(createTextFinder(texts).find(line))).toEqual(naive)
      }),
    )
  })
})

const fold = (text: string) => text.replace(/[A-Z]/g, letter => letter.toLowerCase())
