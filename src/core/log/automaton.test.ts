import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAutomaton } from './automaton.ts'

const TEXTS = ['error', 'ERR!', '● ', 'ℹ fail ', '💥', 'ß']

describe('literal texts', () => {
  test.each([
    ['an Error and npm ERR! code', [0, 1]],
    ['  ● cart › adds tax', [2]],
    ['ℹ fail 1', [3]],
    ['💥 and ß', [4, 5]],
    ['ℹ pass 1 › ● ', [2]],
    ['nothing', []],
  ])('in %j', (text, expected) => {
    expect(createAutomaton(TEXTS).find(text)).toEqual(expected)
  })

  test('are found in a string as they are in its bytes', () => {
    const automaton = createAutomaton(TEXTS)
    const piece = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 5 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const text = pieces.join('').replaceAll('\n', ' ')
        const bytes = new TextEncoder().encode(text)
        const counts = new Uint32Array(TEXTS.length)
        automaton.scan(bytes, 0, bytes.length, counts)
        return (
          JSON.stringify(automaton.find(text).sort()) === JSON.stringify([...counts.keys()].filter(i => (counts[i] ?? 0) > 0))
        )
      }),
    )
  })
})
