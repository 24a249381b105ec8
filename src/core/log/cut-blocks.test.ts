import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLOCK, createBlockCutter, MAX_LINE } from './cut-blocks.ts'

const LF = 10
const line = (length: number) => new Uint8Array(length).fill(97).with(length - 1, LF)

/** The blocks that bytes are cut into when they come in pieces of these sizes, over and over. */
function blocksOf(bytes: Uint8Array, pieces: readonly number[] = [bytes.length]): Uint8Array[] {
  const blocks: Uint8Array[] = []
  const cutter = createBlockCutter((source, start, end) => blocks.push(source.slice(start, end)))
  const scratch = new Uint8Array(Math.max(1, ...pieces))
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const piece = bytes.subarray(at, at + Math.max(1, pieces[i % pieces.length] ?? 1))
    scratch.set(piece)
    cutter.push(scratch.subarray(0, piece.length))
    scratch.fill(0xff)
    at += piece.length
  }
  cutter.end()
  return blocks
}

const joined = (blocks: readonly Uint8Array[]) => Buffer.concat(blocks)
const sizes = (blocks: readonly Uint8Array[]) => blocks.map(block => block.length)

describe('blocks', () => {
  test('hold as many whole lines as fit', () => {
    const bytes = joined(Array.from({ length: 5 }, () => line(BLOCK / 2 - 1)))
    expect(sizes(blocksOf(bytes))).toEqual([BLOCK - 2, BLOCK - 2, BLOCK / 2 - 1])
  })

  test('hold one long line, whole up to a length and cut beyond it', () => {
    const bytes = joined([line(10), line(BLOCK + 5), line(MAX_LINE), line(MAX_LINE + 7), line(3)])
    expect(sizes(blocksOf(bytes))).toEqual([10, BLOCK + 5, MAX_LINE, MAX_LINE, 10])
  })

  test('of nothing are none', () => {
    expect(blocksOf(new Uint8Array(0))).toEqual([])
  })

  test('may end without a line feed', () => {
    expect(blocksOf(new TextEncoder().encode('a\nb')).map(block => new TextDecoder().decode(block))).toEqual(['a\nb'])
  })

  test('do not depend on the chunks, and leave nothing out', () => {
    const length = fc.oneof(fc.nat(200), fc.constantFrom(0, 1, BLOCK - 1, BLOCK, BLOCK + 1, MAX_LINE - 1, MAX_LINE, MAX_LINE + 1))
    const piece = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(BLOCK - 1, BLOCK, BLOCK + 1, MAX_LINE, MAX_LINE * 2))
    fc.assert(
      fc.property(
        fc.array(length, { maxLength: 60 }),
        fc.array(piece, { minLength: 3, maxLength: 9 }),
        fc.boolean(),
        (lengths, pieces, isOpen) => {
          const bytes = joined([...lengths.map(length => line(length + 1)), new Uint8Array(isOpen ? 5 : 0).fill(98)])
          const whole = blocksOf(bytes)
          expect(joined(whole).equals(bytes)).toBe(true)
          expect(sizes(blocksOf(bytes, pieces))).toEqual(sizes(whole))
          expect(joined(blocksOf(bytes, pieces)).equals(bytes)).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })
})
