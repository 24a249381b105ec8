import { describe, expect, test } from 'vitest'
import { drawn } from './canaries.fixture.ts'
import { findEncoded } from './encoded.ts'
import { joinedView, plainView } from './view.ts'

/** The shortest of all tokens: 20 characters. */
const aws = `AKIA${drawn(16, 7, 'ABCDEFGHJKLMNPQRSTUVWXYZ234567')}`
const bytes = [...aws].map(character => character.charCodeAt(0).toString(16))
const found = (text: string) => findEncoded(plainView(text)).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)

describe('base64', () => {
  test('with each of its ends', () => {
    for (const text of [`${aws}x`, aws, `${aws}xy`]) {
      const encoded = btoa(text)
      expect(found(`a ${encoded} b`)).toEqual([`aws-key ${encoded}`])
      expect(found(`a ${encoded.replace(/=+$/, '')}, b`)).toEqual([`aws-key ${encoded.replace(/=+$/, '')}`])
    }
  })

  test('of either alphabet', () => {
    const encoded = btoa(`${aws}???>>>`)
    expect(encoded).toMatch(/[+/]/)
    expect(found(encoded)).toEqual([`aws-key ${encoded}`])
    const forUrls = encoded.replaceAll('+', '-').replaceAll('/', '_')
    expect(found(forUrls)).toEqual([`aws-key ${forUrls}`])
  })

  test('from 24 characters on', () => {
    expect(found(btoa('curl -u ab:hunter2'))).toEqual([`password ${btoa('curl -u ab:hunter2')}`])
    expect(found(btoa('curl -u a:hunte'))).toEqual([])
  })

  test('whose end belongs to something else', () => {
    expect(found(`${btoa(`${aws}x`)}A.`)).toEqual([`aws-key ${btoa(`${aws}x`)}A`])
  })

  test('has letters of both cases', () => {
    expect(found(`x ${'abcdefgh1234'.repeat(4)} ${'ABCDEFGH1234'.repeat(4)}`)).toEqual([])
  })

  test('of a text that is no text through and through', () => {
    expect(found(btoa('password=hunter2\twith\ttabs\r\nand lines ~'))).toHaveLength(1)
    expect(found(btoa('password=hunter2 and a \x7f in it'))).toEqual([])
    expect(found(btoa('\x1f password=hunter2 and more'))).toEqual([])
    expect(found(btoa(`password=hunter2 ${'x'.repeat(2048 - 17)}`))).toHaveLength(1)
    expect(found(btoa(`password=hunter2 ${'x'.repeat(2049 - 17)}`))).toEqual([])
  })

  test.each(['RSA PRIVATE KEY', 'PRIVATE KEY'])('of a %s', type => {
    expect(found(btoa(`-----BEGIN ${type}-----`))).toEqual([`private-key ${btoa(`-----BEGIN ${type}-----`)}`])
  })

  test.each(['PUBLIC KEY', 'CERTIFICATE'])('of a %s', type => {
    expect(found(btoa(`-----BEGIN ${type}-----`))).toEqual([])
  })
})

describe('bytes', () => {
  test('side by side, in either case', () => {
    expect(found(`x ${bytes.join('')} y`)).toEqual([`aws-key ${bytes.join('')}`])
    expect(found(`x ${bytes.join('').toUpperCase()} y`)).toEqual([`aws-key ${bytes.join('').toUpperCase()}`])
  })

  test.each([':', ' ', '-', ',', ', '])('apart by %j', between => {
    expect(found(`x (${bytes.join(between)}) y`)).toEqual([`aws-key ${bytes.join(between)}`])
    const marked = bytes.map(byte => `0x${byte}`).join(between)
    expect(found(`x (${marked}) y`)).toEqual([`aws-key ${marked}`])
    expect(found(`x (${bytes.join(between).toUpperCase()}) y`)).toEqual([`aws-key ${bytes.join(between).toUpperCase()}`])
  })

  test.each([';', '  ', '.', ':,'])('not apart by %j', between => {
    expect(found(`x (${bytes.join(between)}) y`)).toEqual([])
  })

  test('are whole words', () => {
    expect(found(`g${bytes.join(' ')}`)).toEqual([])
    expect(found(`${bytes.join(' ')}g`)).toEqual([])
  })
})

describe('percent', () => {
  test.each([
    ['all of it', bytes.map(byte => `%${byte}`).join('')],
    ['one character', `${aws.slice(0, 5)}%${bytes[5]}${aws.slice(6)}`],
    ['the first', `%${bytes[0]}${aws.slice(1)}`],
    ['the last', `${aws.slice(0, -1)}%${bytes[19]}`],
    ['within a query', `q=${aws.slice(0, 5)}%${bytes[5]}${aws.slice(6)}&b=2`],
  ])('%s', (_, text) => {
    expect(found(`x "${text}" y`)).toEqual([`aws-key ${text}`])
  })
})

describe('escapes', () => {
  const escaped = (write: (byte: string) => string) => `${aws.slice(0, 5)}${write(bytes[5] ?? '')}${aws.slice(6)}`

  test.each([
    ['\\x', escaped(byte => `\\x${byte}`)],
    ['\\\\x', escaped(byte => `\\\\\\\\x${byte}`)],
    ['\\u', escaped(byte => `\\u00${byte}`)],
    ['HTML', escaped(byte => `&#${Number.parseInt(byte, 16)};`)],
    ['HTML in hexadecimal', escaped(byte => `&#x${byte};`)],
    ['all of it', bytes.map(byte => `\\x${byte}`).join('')],
    ['all of it in HTML', bytes.map(byte => `&#x${byte.toUpperCase()};`).join('')],
  ])('%s', (_, text) => {
    expect(found(`x "${text}" y`)).toEqual([`aws-key ${text}`])
  })

  test.each(['\\u01', '&x', '\\y'])('not %s', mark => {
    expect(found(`x "${escaped(byte => `${mark}${byte}`)}" y`)).toEqual([])
  })
})

describe('over lines', () => {
  const found = (text: string) => {
    const view = joinedView(plainView(text))
    return view ? findEncoded(view).map(({ start, end, kind }) => `${kind} ${view.text.slice(start, end)}`) : []
  }
  const encoded = btoa(`xxx${aws}`)

  test('wherever it breaks', () => {
    for (const at of [1, 10, encoded.length - 1])
      expect(found(`a: ${encoded.slice(0, at)}\n${encoded.slice(at)}\nEnd.`)).toEqual([`aws-key ${encoded}`])
  })

  test('what is before it is left alone', () => {
    expect(found(`x\n${encoded.slice(0, 10)}\n${encoded.slice(10)}.`)).toEqual([`aws-key ${encoded}`])
  })

  test('also after several short ones', () => {
    expect(found(`x\nx\nx\n${encoded}.`)).toEqual([`aws-key ${encoded}`])
  })
})
