import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLOCK, MAX_LINE } from './cut-blocks.ts'
import { createKeeper, type Kept, type KeptSizes } from './keep.ts'

const KIB = 1024
const SIZES: KeptSizes = { whole: 1024 * KIB, head: 128 * KIB, tail: 256 * KIB, best: 384 * KIB }
const TELLING = [
  { text: 'error: ', weight: 8 },
  { text: 'exit code', weight: 1 },
]

function keep(log: string | Uint8Array, { sizes = SIZES, chunk = 64 * KIB } = {}): Kept {
  const keeper = createKeeper({ telling: () => TELLING, sizes })
  const bytes = typeof log === 'string' ? new TextEncoder().encode(log) : log
  // As files are read: the same room again and again, whose own slice() copies nothing.
  const room = Buffer.alloc(chunk)
  for (let at = 0; at < bytes.length; at += chunk) {
    const piece = bytes.subarray(at, at + chunk)
    room.set(piece)
    keeper.push(room.subarray(0, piece.length))
    room.fill(0xff)
  }
  return keeper.end()
}

const textOf = ({ blocks }: Kept) => blocks.map(({ bytes }) => new TextDecoder().decode(bytes)).join('')
const sizeOf = ({ blocks }: Kept) => blocks.reduce((sum, { bytes }) => sum + bytes.length, 0)
const numbered = (count: number, textAt: (n: number) => string = () => 'compiling') =>
  Array.from({ length: count }, (_, i) => `${i + 1} ${textAt(i + 1)}\n`).join('')

describe('a log that is not large', () => {
  test.each([
    ['', 0],
    ['\n', 1],
    ['one', 1],
    ['one\ntwo', 2],
    ['one\ntwo\n', 2],
  ])('is kept whole: %j', (log, lines) => {
    const kept = keep(log)
    expect([textOf(kept), kept.lines, kept.bytes]).toEqual([log, lines, log.length])
  })

  test('never asks for telling texts', () => {
    const keeper = createKeeper({
      telling: () => {
        throw new Error('asked')
      },
    })
    keeper.push(new TextEncoder().encode(numbered(100_000)))
    expect(keeper.end().lines).toBe(100_000)
  })
})

test('a log of nothing but line feeds is large, and not kept whole', () => {
  const kept = keep('\n'.repeat(200_000))
  expect(kept.lines).toBe(200_000)
  expect(sizeOf(kept)).toBeLessThan(30_000)
})

describe('of a large log', () => {
  const lines = 100_000
  const isTelling = (n: number) => n === 41_234 || n === 70_007
  const log = numbered(lines, n => (isTelling(n) ? 'Error: no space left' : 'compiling'))

  test('the head, the tail and what tells most are kept, within a budget', () => {
    const kept = keep(log)
    const text = textOf(kept)
    expect(text.startsWith('1 compiling\n2 compiling\n')).toBe(true)
    expect(text.endsWith('\n100000 compiling\n')).toBe(true)
    expect(text).toContain('\n41234 Error: no space left\n')
    expect(text).toContain('\n70007 Error: no space left\n')
    expect(sizeOf(kept)).toBeLessThanOrEqual(SIZES.head + SIZES.tail + SIZES.best + 2 * BLOCK)
    expect([kept.lines, kept.bytes]).toEqual([lines, log.length])
  })

  test('what tells the same again and again counts less than what tells something else', () => {
    const noisy = numbered(lines, n => (n === 50_000 ? 'exit code 3' : n % 50 === 0 ? 'error: the same' : 'compiling'))
    expect(textOf(keep(noisy))).toContain('50000 exit code 3')
  })

  test('a monstrous line is cut, and lines behind it keep their numbers', () => {
    const monster = 'x'.repeat(2 * MAX_LINE + 10)
    const kept = keep(`${numbered(10)}${monster}\n${numbered(lines)}`)
    const last = kept.blocks.at(-1)
    const firstOfLast = Number(/^\d+/.exec(new TextDecoder().decode(last?.bytes))?.[0])
    expect(last?.firstLine).toBe(11 + firstOfLast)
    expect(kept.lines).toBe(lines + 11)
  })

  test('line numbers are right, whatever the chunks and the lengths of lines', () => {
    const sizes = { whole: 2 * BLOCK, head: BLOCK, tail: BLOCK, best: 2 * BLOCK }
    const short = fc.constantFrom('', ' compiling', ' error: x', ' exit code', ' é', 'y'.repeat(700))
    const text = fc.oneof({ weight: 19, arbitrary: short }, { weight: 1, arbitrary: fc.constant('x'.repeat(BLOCK + 1)) })
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 * BLOCK }),
        fc.boolean(),
        (texts, chunk, isOpen) => {
          const many = Array.from({ length: 1200 }, (_, i) => `${i + 1}${texts[i % texts.length]}`)
          const kept = keep(many.join('\n') + (isOpen ? '' : '\n'), { sizes, chunk })
          expect(kept.lines).toBe(many.length)
          for (const { firstLine, bytes } of kept.blocks) {
            const block = new TextDecoder().decode(bytes).replace(/\n$/, '').split('\n')
            expect(block).toEqual(many.slice(firstLine - 1, firstLine - 1 + block.length))
          }
        },
      ),
      { numRuns: 30 },
    )
  })
})
