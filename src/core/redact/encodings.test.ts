import { describe, expect, test } from 'vitest'
import { privateKey, TOKENS } from './canaries.fixture.ts'
import { findEncoded } from './encoded.ts'
import { fromBase64, fromEscapes, fromHex, fromPercent } from './encoding.ts'
import { findPrivateKeys } from './private-keys.ts'
import { joinedView, plainView } from './view.ts'

test('base64 of either alphabet, with its end or without', () => {
  expect([fromBase64('aHVudGVyMg=='), fromBase64('aHVudGVyMg'), fromBase64('aHVudGVy')]).toEqual(['hunter2', 'hunter2', 'hunter'])
  expect([fromBase64('Pj4+Pz8/'), fromBase64('Pj4-Pz8_')]).toEqual(['>>>???', '>>>???'])
  expect([fromBase64('aHVud'), fromBase64('a*b='), fromBase64('====')]).toEqual([null, null, ''])
})

test('hexadecimal, percent and escapes', () => {
  expect([fromHex('68756e'), fromHex('68756E7'), fromHex('')]).toEqual(['hun', 'hun', ''])
  expect(fromPercent('a%20b%2fc%2Gd')).toBe('a b/c%2Gd')
  expect(fromEscapes(String.raw`\x41\u0042\\x43\\\\u0044&#69;&#x46;&#100;g`)).toBe('ABCDEFdg')
})

const token = TOKENS[0]?.[1] ?? ''
const hexOf = (text: string) => [...text].map(character => character.charCodeAt(0).toString(16).padStart(2, '0'))
const encoded = (text: string) => findEncoded(plainView(text)).map(({ start, end, kind }) => [kind, text.slice(start, end)])

describe('a token under an encoding', () => {
  test.each([
    ['base64', btoa(token)],
    ['base64 of base64', btoa(btoa(token))],
    ['hexadecimal', hexOf(token).join('')],
    ['hexadecimal of base64', hexOf(btoa(token)).join('')],
    [
      'percent',
      hexOf(token)
        .map(hex => `%${hex}`)
        .join(''),
    ],
    ['bytes', hexOf(token).join(' ')],
    [
      'bytes with commas',
      hexOf(token)
        .map(hex => `0x${hex}`)
        .join(','),
    ],
    ['bytes with dashes', hexOf(token).join('-')],
    [
      'escapes',
      hexOf(token)
        .map(hex => `\\x${hex}`)
        .join(''),
    ],
  ])('%s', (_, text) => {
    expect(encoded(`a "${text}" b`)).toContainEqual(['github-token', text])
  })

  test('three times over is taken as it is', () => {
    expect(encoded(btoa(btoa(btoa(token))))).toEqual([])
  })

  test('a key in base64, and what is only told by its place', () => {
    expect(encoded(btoa(privateKey('PRIVATE KEY', '\n')))[0]?.[0]).toBe('private-key')
    const config = btoa('{"password":"hunter2","user":"bob"}')
    expect(encoded(`config ${config} end`)).toEqual([['password', config]])
    expect(encoded(`config ${btoa('curl -u bob:hunter2 https://example.com')}`)[0]?.[0]).toBe('password')
    expect(encoded(`config ${btoa(`${'x'.repeat(2048)} password=hunter2`)}`)).toEqual([])
    expect(encoded(`config ${btoa('\x00\x01 password=hunter2 and more')}`)).toEqual([])
    // Only base64 is somebody's way to pass a text on.
    expect(encoded(hexOf('the password=hunter2 of bob').join(''))).toEqual([])
  })

  test('what tells nothing is left alone', () => {
    expect(
      encoded(`x ${btoa('the quick brown fox jumps over it')} ${hexOf('nothing to be seen here').join('')} %41%42%43`),
    ).toEqual([])
  })

  test('over lines, from where it begins', () => {
    const text = btoa(`xx ${token}`)
    const view = joinedView(plainView(`prefix\n${text.slice(0, 30)}\n${text.slice(30)}\nend.`))
    const found = view ? findEncoded(view) : []
    expect(found.map(({ kind }) => kind)).toEqual(['github-token'])
    expect(view?.text.slice(found[0]?.start, found[0]?.end)).toContain(text.slice(2))
    // A run within one line was looked at before.
    const alone = joinedView(plainView(`${text}.\nend.`))
    expect(alone && findEncoded(alone)).toEqual([])
  })
})

describe('a private key', () => {
  const keys = (text: string) => findPrivateKeys(text).map(({ start, end, kind }) => [kind, text.slice(start, end)])
  const key = privateKey('EC PRIVATE KEY', '\n')

  test('from BEGIN to END, and no further', () => {
    expect(keys(`a\n${key}\nb`)).toEqual([['private-key', key]])
    expect(keys(`${key}\n${key}`)).toEqual([
      ['private-key', key],
      ['private-key', key],
    ])
  })

  test.each(['PRIVATE KEY', 'RSA PRIVATE KEY', 'PGP PRIVATE KEY BLOCK', 'OPENSSH PRIVATE KEY', 'A B C D PRIVATE KEY'])(
    '%s',
    type => {
      const block = privateKey(type, '\n')
      expect(keys(`x ${block} y`)).toEqual([['private-key', block]])
    },
  )

  test('with headers, quoted, in one line, or indented', () => {
    const headers = key.replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A1B\n\n')
    expect(keys(headers)).toEqual([['private-key', headers]])
    const escaped = key.replaceAll('\n', '\\n')
    expect(keys(`"${escaped}\\n"`)).toEqual([['private-key', escaped]])
    const quoted = key.replaceAll('\n', '" +\n  "')
    expect(keys(quoted)).toEqual([['private-key', quoted]])
    const shown = key.replaceAll('\n', '\n  > ')
    expect(keys(shown)).toEqual([['private-key', shown]])
  })

  test('of PuTTY', () => {
    const body = key.split('\n').slice(1, 3).join('\n')
    const text = `PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: me\nPublic-Lines: 2\n${body}\nKey-Derivation: Argon2id\nArgon2-Memory: 8192\nArgon2-Salt: 0a1b\nPrivate-Lines: 2\n${body}\nPrivate-MAC: 0a1b2c`
    expect(keys(`${text}\nDone.`)).toEqual([['private-key', text]])
  })

  test('cut off, as far as it looks like one', () => {
    const cut = key.slice(0, 150)
    expect(keys(`${cut}\n\nDone in 3 s`)).toEqual([['private-key', cut]])
    expect(keys('-----BEGIN PRIVATE KEY----- is how it begins')).toEqual([['private-key', '-----BEGIN PRIVATE KEY-----']])
  })

  test('cut off in a string, without the line end after it', () => {
    const [first = '', second = ''] = key.split('\n')
    for (const lineEnd of ['\\n', '\\\\n', '\\r\\n', '\r\n']) {
      const cut = `${first}${lineEnd}${second}`
      expect(keys(`x "${cut}${lineEnd}${lineEnd}`)).toEqual([['private-key', cut]])
      expect(keys(`x "${cut}${lineEnd}abc="`)).toEqual([['private-key', `${cut}${lineEnd}abc=`]])
      expect(keys(`x "${cut}${lineEnd}two words`)).toEqual([['private-key', cut]])
    }
    expect(keys(`'${first}', '${second}', 'x y'`)).toEqual([['private-key', `${first}', '${second}`]])
    expect(keys('PuTTY-User-Key-File-3')).toEqual([['private-key', 'PuTTY-User-Key-File-3']])
  })

  test('is neither a certificate nor a public key', () => {
    expect(keys(privateKey('CERTIFICATE', '\n'))).toEqual([])
    expect(keys(`${privateKey('PUBLIC KEY', '\n')} PRIVATE KEY`)).toEqual([])
  })
})
