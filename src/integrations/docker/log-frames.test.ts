import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLogFrames } from './log-frames.ts'

const frame = (stream: number, content: Uint8Array) => {
  const header = new Uint8Array(8)
  header[0] = stream
  new DataView(header.buffer).setUint32(4, content.length)
  return Buffer.concat([header, content])
}

test('frames of both outputs, in order, also where a letter is cut in two', () => {
  const [umlaut] = [new TextEncoder().encode('ü')]
  const bytes = Buffer.concat([
    frame(1, Buffer.from('one\n')),
    frame(2, Buffer.from('two\n')),
    frame(1, umlaut.subarray(0, 1)),
    frame(1, umlaut.subarray(1)),
  ])
  expect(readLogFrames(bytes)).toBe('one\ntwo\nü')
})

test('a frame of more than 127 bytes', () => {
  expect(readLogFrames(frame(1, Buffer.from('x'.repeat(300))))).toBe('x'.repeat(300))
})

test('whatever comes is read to its end', () => {
  fc.assert(fc.property(fc.uint8Array(), bytes => typeof readLogFrames(bytes) === 'string'))
})
