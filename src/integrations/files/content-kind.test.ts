import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { contentKind, unreadable } from './content-kind.ts'

const bytes = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from('rest of the file')])

describe('the kind of a content', () => {
  test.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('npm ERR! code ERESOLVE\n')],
    ['text', Buffer.from('\ufeffwith a byte order mark\n')],
    ['text', Buffer.from('\u001b[31mred\u001b[0m and \u0007 a bell and \b\b backspaces\r\n')],
    ['text', Buffer.from('caf\xe9 in latin-1, na\xefve\n', 'latin1')],
    ['text', Buffer.concat([Buffer.from('a line with a few NULs \0\0\0 in it\n'.repeat(9))])],
    ['text', Buffer.from('BZh9 is how this line begins\n')],
    ['text', Buffer.from('PK is not enough\n')],
    ['utf-16le', Buffer.from('\ufeffhello\r\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffhello\r\n', 'utf16le').swap16()],
    ['utf-16le', Buffer.from('hello, no mark\r\n', 'utf16le')],
    ['utf-16be', Buffer.from('hello, no mark\r\n', 'utf16le').swap16()],
    ['gzip', gzipSync('x')],
    ['zip', bytes('504b0304')],
    ['zip', bytes('504b0506')],
    ['zstd', bytes('28b52ffd')],
    ['xz', bytes('fd377a585a00')],
    ['bzip2', bytes('425a6839314159265359')],
    ['elf', bytes('7f454c46020101')],
    ['png', bytes('89504e470d0a1a0a')],
    ['tar', Buffer.concat([Buffer.alloc(257), Buffer.from('ustar')])],
    ['binary', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) & 255))],
    ['binary', Buffer.alloc(4096)],
  ])('%s', (kind, content) => {
    expect(contentKind(content)).toBe(kind)
  })

  test('what cannot be read says what to do', () => {
    expect(unreadable('zstd')?.hint).toBe('unpack it first: zstd -dc FILE | sherpa diagnose')
    expect(unreadable('text')).toBeUndefined()
  })
})
