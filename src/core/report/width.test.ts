import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutEnd, cutMiddle, displayWidth, wrap } from './width.ts'

test.each([
  ['plain', 5],
  ['日本語', 6],
  ['🎉 ok', 5],
  ['e\u0301', 1],
  ['한글', 4],
  ['→ │ …', 5],
])('%s takes %d columns', (text, width) => expect(displayWidth(text)).toBe(width))

test('a cut text shows both ends', () => {
  expect(cutMiddle('abcdefghijklmnop', 10, '…')).toBe('abcdef…nop')
  expect(cutMiddle('short', 10, '…')).toBe('short')
  expect(cutEnd('a sentence that is long', 12, '…')).toBe('a sentence…')
})

test('prose breaks between words, and inside a word only where it fits no line', () => {
  expect(wrap('a bb ccc dddddddddd', 5)).toEqual(['a bb', 'ccc', 'ddddd', 'ddddd'])
})

test('whatever the text, no piece is too wide and no character of a word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 4, max: 60 }), (text, width) => {
      const lines = wrap(text, width)
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replace(/[ \n]/g, '')).toBe(text.replace(/[ \n]/g, ''))
      expect(displayWidth(cutMiddle(text, width, '…'))).toBeLessThanOrEqual(width)
    }),
  )
})
