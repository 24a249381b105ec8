import { describe, expect, test } from 'vitest'
import { formsOf } from './forms.ts'

describe('the forms of a value', () => {
  test.each<[string, string, string[]]>([
    ['itself', 'hunter2', ['hunter2']],
    ['in JSON', 'a"b\\c\nd', ['a\\"b\\\\c\\nd']],
    ['in JSON in JSON', 'a"b\\cd', ['a\\\\\\"b\\\\\\\\cd']],
    ['with slashes escaped', 'abc/def', ['abc\\/def']],
    ['in ASCII', 'pässword', ['p\\u00e4ssword']],
    ['in HTML', `a&b<c>d"e'f`, [`a&amp;b&lt;c&gt;d&quot;e&#39;f`]],
    ['in a shell', "ab'cdef", ["ab'\\''cdef"]],
    [
      'percent-encoded',
      'a b/c!d',
      ['a%20b%2Fc!d', 'a%20b%2Fc%21d', 'a+b%2Fc%21d', 'a%20b/c!d', 'a%2520b%252Fc%2521d', 'a%20b%2fc%21d'],
    ],
    ['percent-encoded throughout', 'abcd/2', ['%61%62%63%64%2F%32', '%61%62%63%64%2f%32']],
    ['percent-encoded, of plain letters', 'abcdef', ['%61%62%63%64%65%66']],
    ['percent-encoded, beyond ASCII', 'pässword', ['p%C3%A4ssword', 'p%c3%a4ssword']],
    ['in hexadecimal', 'hunte\n', ['68756e74650a', '68756E74650A', '68:75:6e:74:65:0a', '\\x68\\x75\\x6e\\x74\\x65\\x0a']],
    ['in base64', 'hunter2', ['aHVudGVyM', 'h1bnRlcj', 'odW50ZXIy']],
    ['in base64, whole groups', 'hunter', ['aHVudGVy', 'h1bnRlc']],
    ['in base64 for URLs', '>>>???ab', ['Pj4+Pz8/YW', 'Pj4-Pz8_YW']],
  ])('%s', (_, value, forms) => {
    expect(formsOf(value)).toEqual(expect.arrayContaining(forms))
  })

  test('a value of several lines is hidden line by line, too, but for short lines', () => {
    const forms = formsOf('first line of it\r\nsecond line of it\nend\n            \n123456789012')
    expect(forms).toEqual(expect.arrayContaining(['first line of it', 'second line of it', '123456789012']))
    expect(forms).not.toContain('end')
    expect(forms).not.toContain('            ')
    expect(formsOf('one line of it')).not.toContain('line')
  })

  test('none of them is too short to be looked for', () => {
    expect(formsOf('abcde')).toEqual([])
    expect(formsOf('')).toEqual([])
    expect(formsOf('abcdef')).toContain('abcdef')
    expect(formsOf('ab\ncdef').every(form => form.length >= 6)).toBe(true)
  })
})
