import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, isEcho } from './clean.ts'

describe('what a terminal would not show goes', () => {
  test.each([
    [
      'colours',
      '\u001b[31mred\u001b[0m \u001b[1;38;5;208morange\u001b[39;49m \u001b[38:2::1:2:3mtrue\u001b[m',
      'red orange true',
    ],
    ['erasing and moving', '\u001b[2K\u001b[1G\u001b[?25lline\u001b[?25h\u001b[10;20H', 'line'],
    ['a mode with an intermediate byte', '\u001b[!p\u001b[4 qline', 'line'],
    ['a hyperlink, but not its text', '\u001b]8;;https://ci.test/a\u001b\\the log\u001b]8;;\u001b\\!', 'the log!'],
    ['a title, ended by BEL', '\u001b]0;npm test\u0007ok', 'ok'],
    ['device control and application strings', 'a\u001bPq#0;2\u001b\\b\u001b_bk;t=1700000000000\u0007c', 'abc'],
    ['a string that never ends takes the line', 'seen\u001b]0;never ends', 'seen'],
    ['eight-bit sequences', '\u009b31mred\u009b0m \u009d0;title\u009cend', 'red end'],
    ['character sets and keypad modes', '\u001b(B\u001b)0\u001b=text\u001b>', 'text'],
    ['a lone escape at the end', 'text\u001b', 'text'],
    ['a byte order mark in the middle', 'before\ufeffafter', 'beforeafter'],
    ['NUL bytes, as UTF-16 leaves them', 'e\u0000r\u0000r\u0000o\u0000r\u0000', 'error'],
    ['what turns the reading direction', 'safe\u202etxt.exe\u2066x\u2069', 'safetxt.exex'],
    ['characters without width', 'a\u200bb\u2060c\u00add', 'abcd'],
    ['blanks at the end', 'text  \t \r', 'text'],
  ])('%s', (_, raw, text) => {
    expect(cleanText(raw)).toBe(text)
  })

  test.each([
    ['tabs and indentation', '\tat foo (bar.js:1:2)'],
    ['letters of every alphabet, emoji', 'é 中文 🚀 ✖ ―'],
    ['brackets that only look like colours', '[31m] [INFO] arr[0m'],
    ['masked secrets', 'token *** used'],
    ['replacement characters', 'bad \ufffd byte'],
  ])('%s stay', (_, raw) => {
    expect(cleanText(raw)).toBe(raw)
  })
})

describe('what was overwritten goes', () => {
  test.each([
    ['a progress bar keeps its last state', ' 10%\r 50%\r100% done', '100% done'],
    ['the end of a CRLF line is no overwriting', 'text\r', 'text'],
    ['blank states do not hide the last one', 'failed\r   \r\r', 'failed'],
    ['colours between states', '\u001b[2K 1/2\r\u001b[2K\u001b[1m2/2\u001b[0m', '2/2'],
    ['backspaces take characters back', 'abc\b\b\bxyz', 'xyz'],
    ['a spinner', '|\b/\b-\b\\\b done', ' done'],
    ['more backspaces than characters', 'a\b\b\bb', 'b'],
    ['a backspace takes a whole emoji', '🚀\bx', 'x'],
  ])('%s', (_, raw, text) => {
    expect(cleanText(raw)).toBe(text)
  })
})

describe('a very long line keeps its beginning and its end', () => {
  test('of a megabyte', () => {
    const text = cleanText(`begin ${'x'.repeat(1_000_000)} end`)
    expect(text).toMatch(/^begin x+ … x+ end$/)
    expect(text.length).toBeLessThan(4100)
  })

  test('escapes are taken out before it is measured', () => {
    const coloured = '\u001b[31mx\u001b[0m'.repeat(3000)
    expect(cleanText(coloured)).toBe('x'.repeat(3000))
  })
})

test('GitHub echoes script in cyan', () => {
  expect(isEcho('\u001b[36;1mnpm test\u001b[0m')).toBe(true)
  expect(isEcho('npm \u001b[36;1mtest\u001b[0m')).toBe(false)
})

describe('whatever the text', () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\u001b', '[', ']', '\u009b', '\u009d', '\r', '\b', ';', 'm', '\u0007', '\\'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  })

  test('no control character is left, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(hostile, raw => {
        const text = cleanText(raw)
        expect(text).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\ufeff\u202a-\u202e]/)
        expect(cleanText(text)).toBe(text)
      }),
    )
  })

  test('printable text comes through unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 3000 }), raw => {
        expect(cleanText(raw)).toBe(raw.trimEnd())
      }),
    )
  })
})
