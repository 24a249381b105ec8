import { Readable } from 'node:stream'
import { createGzip, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bytesOf, nth, opened, openedLogs, textsOf } from '../../../test/read-input.ts'
import { tempFolder } from '../../../test/temp-folder.ts'
import { inflate } from './inflate.ts'
import { createBudget, LIMITS } from './limits.ts'
import { logBytes } from './log-bytes.ts'

const TEXT = Array.from({ length: 60_000 }, (_, i) => `${i} ${Math.imul(i, 2654435761) >>> 0}\n`).join('')

describe('a gzip file', () => {
  test('is unpacked by its content, not its name', async () => {
    using folder = tempFolder()
    const path = folder.write('build.log', gzipSync(TEXT))
    expect((await textsOf(path))[path]?.[1] === TEXT).toBe(true)
  })

  test('of several members is read to the last', async () => {
    using folder = tempFolder()
    const path = folder.write('a.gz', Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]))
    expect((await textsOf(path))[path]?.[1]).toBe('a\nb\n')
  })

  test('in UTF-16 becomes UTF-8', async () => {
    using folder = tempFolder()
    const path = folder.write('a.gz', gzipSync(Buffer.from('\ufeffä\r\n', 'utf16le')))
    expect((await textsOf(path))[path]?.[1]).toBe('ä\r\n')
  })

  test('that was cut off yields all that came before, and a note', async () => {
    using folder = tempFolder()
    const whole = gzipSync(TEXT)
    const { logs } = await openedLogs(folder.write('cut.gz', whole.subarray(0, whole.length - 12)))
    const { bytes, notes } = await bytesOf(nth(logs, 0))
    expect([TEXT.startsWith(bytes.toString()), bytes.length > TEXT.length - 200]).toEqual([true, true])
    expect(notes[0]).toMatchObject({ code: 'input-truncated' })
    expect(notes[0]?.text).toMatch(
      /cut\.gz ends before its compressed content does: \d+ bytes could be read, the rest is missing\.$/,
    )
  })

  test('that is nothing but a header is empty, with a note', async () => {
    using folder = tempFolder()
    const { logs } = await openedLogs(folder.write('a.gz', gzipSync('x').subarray(0, 10)))
    const { bytes, notes } = await bytesOf(nth(logs, 0))
    expect([bytes.length, notes.map(note => note.code)]).toEqual([0, ['input-truncated', 'input-empty']])
  })

  test('of a program, or of another gzip, is refused', async () => {
    using folder = tempFolder()
    for (const content of [Buffer.from('7f454c4602', 'hex'), gzipSync('x')]) {
      const { logs } = await openedLogs(folder.write('a.gz', gzipSync(content)))
      await expect(bytesOf(nth(logs, 0))).rejects.toMatchObject({ code: 'input-not-a-log' })
    }
  })

  test('bomb is refused by its ratio, soon', async () => {
    using folder = tempFolder()
    const bomb = Buffer.concat(Array.from({ length: 4 }, () => gzipSync('0\n'.repeat(50_000_000))))
    const { logs } = await openedLogs(folder.write('bomb.gz', bomb))
    let inflated = 0
    const read = async () => {
      for await (const chunk of nth(logs, 0).open()) inflated += chunk.length
    }
    await expect(read()).rejects.toMatchObject({ code: 'archive-bomb', kind: 'world' })
    expect(inflated).toBeLessThan(LIMITS.freeBytes + 1_000_000)
    await expect(opened(folder.path)).resolves.toBeDefined()
  })
})

test('two hundred megabytes of zeros inflate in constant memory, and a slow reader does not change that', async () => {
  const zeros = Buffer.alloc(1_000_000, '0000000\n')
  const packed = Readable.from(Array.from({ length: 200 }, () => zeros)).pipe(createGzip())
  const limits = { ...LIMITS, ratio: Number.POSITIVE_INFINITY }
  const before = process.memoryUsage()
  let size = 0
  let peak = 0
  for await (const chunk of logBytes(packed, { name: 'zeros.gz', budget: createBudget('zeros.gz', limits), tell: () => {} })) {
    size += chunk.length
    if (size % 8_000_000 < chunk.length) {
      await new Promise(resolve => setTimeout(resolve, 5))
      const { external, heapUsed } = process.memoryUsage()
      peak = Math.max(peak, external + heapUsed - before.external - before.heapUsed)
    }
  }
  expect(size).toBe(200_000_000)
  expect(peak).toBeLessThan(100_000_000)
})

test('a source that breaks after some bytes leaves a note; one that breaks at once throws', async () => {
  const packed = gzipSync(TEXT)
  const broken = async function* (from: Buffer) {
    if (from.length > 0) yield from
    throw new Error('connection reset')
  }
  const notes: string[] = []
  let size = 0
  const options = {
    name: 'a.gz',
    format: 'gzip',
    check: () => {},
    tell: (note: { code: string }) => notes.push(note.code),
  } as const
  for await (const chunk of inflate(broken(packed.subarray(0, 50_000)), options)) size += chunk.length
  expect([size > 50_000, notes]).toEqual([true, ['input-cut']])
  await expect(inflate(broken(Buffer.alloc(0)), options).next()).rejects.toThrow('connection reset')
})
