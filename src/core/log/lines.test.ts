import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLines } from './lines.ts'
import { reading } from './reading.fixture.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const texts = (log: Uint8Array) => reading(log).lines.map(({ n, text }) => [n, text])

describe('raw lines are counted by their line feeds', () => {
  test.each([
    ['nothing', '', []],
    ['one line without a line feed', 'only', [[1, 'only']]],
    ['one line feed', '\n', [[1, '']]],
    [
      'blank lines count',
      'a\n\n\nb\n',
      [
        [1, 'a'],
        [2, ''],
        [3, ''],
        [4, 'b'],
      ],
    ],
    [
      'CRLF',
      'a\r\nb\r\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'CR CR LF, as terminals in terminals write it',
      'a\r\r\nb\r\r\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'a lone CR does not count',
      '10%\r20%\r30%\nnext',
      [
        [1, '30%'],
        [2, 'next'],
      ],
    ],
    [
      'form feeds and line separators do not count',
      'a\fb\u2028c\nd',
      [
        [1, 'abc'],
        [2, 'd'],
      ],
    ],
    [
      'a byte order mark at the start',
      '\ufeffa\nb',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'a byte order mark in the middle of a file',
      'a\n\ufeffb',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
  ])('%s', (_, log, lines) => {
    expect(texts(bytesOf(log))).toEqual(lines)
  })

  test('blocks with gaps between them keep the numbers they had', () => {
    const { lines } = readLines([
      { firstLine: 1, bytes: bytesOf('first\n') },
      { firstLine: 900, bytes: bytesOf('later\nlast\n') },
    ])
    expect(lines.map(({ n, text }) => [n, text])).toEqual([
      [1, 'first'],
      [900, 'later'],
      [901, 'last'],
    ])
  })
})

describe('bytes that are no text', () => {
  test('invalid UTF-8 is shown as such and costs only itself', () => {
    expect(texts(Uint8Array.of(0x66, 0xff, 0xfe, 0x69, 0x6c, 10, 0xc3, 10, 0xe2, 0x82, 10))).toEqual([
      [1, 'f��il'],
      [2, '�'],
      [3, '�'],
    ])
  })

  test('UTF-16, as PowerShell redirects it', () => {
    const log = Uint8Array.from(Buffer.from('\ufefferror: no\r\nend\r\n', 'utf16le'))
    expect(reading(log).lines.map(({ n, text }) => [n, text.replace(/\ufffd/g, '')])).toEqual([
      [1, 'error: no'],
      [2, 'end'],
      [3, ''],
    ])
  })

  test('NUL bytes', () => {
    expect(texts(Uint8Array.of(0, 0x61, 0, 0, 0x62, 10, 0))).toEqual([
      [1, 'ab'],
      [2, ''],
    ])
  })
})

describe('consoles that part lines by lone carriage returns', () => {
  const states = ['one', 'two', 'error: three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

  test('many different lines in one raw line all stay, under its number', () => {
    expect(texts(bytesOf(`start\n${states.join('\r')}\nend\n`))).toEqual([
      [1, 'start'],
      ...states.map(text => [2, text]),
      [3, 'end'],
    ])
  })

  test('a whole log without a line feed', () => {
    expect(texts(bytesOf(states.join('\r')))).toEqual(states.map(text => [1, text]))
  })

  test('a progress bar that counts stays one line', () => {
    const bar = Array.from({ length: 200 }, (_, i) => `downloading ${i} of 200`).join('\r')
    expect(texts(bytesOf(`${bar}\nend`))).toEqual([
      [1, 'downloading 199 of 200'],
      [2, 'end'],
    ])
  })
})

describe('monstrous lines', () => {
  test('a line of a megabyte is shortened and the next ones keep their numbers', () => {
    const log = bytesOf(`before\nbegin ${'x'.repeat(1_000_000)} error: at its end\nafter\n`)
    const [before, monster, after] = reading(log).lines
    expect([before?.text, after?.n, after?.text]).toEqual(['before', 3, 'after'])
    expect(monster?.text).toMatch(/^begin x+ … x+ error: at its end$/)
  })

  test('the rest of a line that was cut into blocks is not another line', () => {
    const { lines } = readLines([
      { firstLine: 1, bytes: bytesOf('x'.repeat(1000)) },
      { firstLine: 1, bytes: bytesOf(`${'x'.repeat(1000)}\nnext\n`) },
    ])
    expect(lines.map(({ n, text }) => [n, text.slice(0, 4)])).toEqual([
      [1, 'xxxx'],
      [2, 'next'],
    ])
  })
})

describe('timestamps', () => {
  test.each([
    ['2024-05-01T10:00:00.1234567Z text', 'text', '2024-05-01T10:00:00.123Z'],
    ['[2024-05-01T10:00:00.123Z] text', 'text', '2024-05-01T10:00:00.123Z'],
    ['2024-05-01 10:00:00,970 text', 'text', '2024-05-01T10:00:00.970Z'],
    ['2024-05-01T10:00:00Z text', 'text', '2024-05-01T10:00:00Z'],
    ['2024-05-01T10:00:00+02:00 text', 'text', '2024-05-01T08:00:00Z'],
    ['2024-05-01T10:00:00-0530 text', 'text', '2024-05-01T15:30:00Z'],
    ['2024-05-01T10:00:00.5Z   indented', '  indented', '2024-05-01T10:00:00.500Z'],
    ['\ufeff2024-05-01T10:00:00Z text', 'text', '2024-05-01T10:00:00Z'],
    ['2024-05-01T10:00:00.1234567Z', '', '2024-05-01T10:00:00.123Z'],
  ])('%j', (raw, text, time) => {
    expect(reading([raw]).lines).toMatchObject([{ n: 1, text, timeMs: Date.parse(time) }])
  })

  test.each(['2024-99-01T10:00:00Z no such month', '12 files changed', '[INFO] building', '2024-05-01 is a date'])(
    '%j has none',
    raw => {
      expect(reading([raw]).lines).toEqual([{ n: 1, text: raw }])
    },
  )
})

describe('whatever the bytes', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom(
        '\n',
        '\r\n',
        '\r',
        '\u001b[36;1m',
        '##[group]Run x',
        '##[endgroup]',
        '##[error]x',
        '2024-05-01T10:00:00.1234567Z ',
        '\ufeff',
        'a\tb\t',
        'travis_fold:start:a\r\u001b[0K',
        'section_start:1:a\r\u001b[0K',
        '[Pipeline] {',
        '+ x',
        '\b',
        '\u0000',
      )
      .map(bytesOf),
  )
  const log = fc.array(piece, { maxLength: 60 }).map(pieces => Uint8Array.from(pieces.flatMap(bytes => [...bytes])))

  test('nothing throws, and numbers are those of a reader that only counts line feeds', () => {
    fc.assert(
      fc.property(log, bytes => {
        const raws = Buffer.from(bytes).toString('utf8').split('\n')
        if (raws.at(-1) === '') raws.pop()
        const { lines } = reading(bytes)
        expect([...new Set(lines.map(line => line.n))]).toEqual(raws.map((_, i) => i + 1))
        for (const { n, text } of lines) expect(isWithin(text, raws[n - 1] ?? '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('sections lie within the log, in order, and name a known kind', () => {
    fc.assert(
      fc.property(log, bytes => {
        const { lines, outline } = reading(bytes)
        const last = lines.at(-1)?.n ?? 0
        let previous = 0
        for (const section of outline('step', 'group', 'command')) {
          const [, start, end] = /^\w+ (\d+)-(\d+)/.exec(section) ?? []
          expect(Number(start)).toBeGreaterThanOrEqual(Math.max(1, previous))
          expect(Number(end)).toBeGreaterThanOrEqual(Number(start))
          expect(Number(end)).toBeLessThanOrEqual(last)
          previous = Number(start)
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Whether every character of the text stands in the raw line, in order. */
function isWithin(text: string, raw: string): boolean {
  let at = 0
  for (const character of text) {
    at = raw.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}
