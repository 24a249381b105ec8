import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, opened } from '../../../test/read-input.ts'
import { tempFolder } from '../../../test/temp-folder.ts'
import { zipOf } from '../../../test/zips.ts'
import { SherpaError } from '../../core/model/trouble.ts'

/** Reads everything there is; whatever goes wrong must have been foreseen. */
async function readAll(path: string, stdin: Uint8Array[] = []) {
  try {
    const input = await opened(path, { stdin })
    if (input.kind === 'logs') for (const log of input.logs) await bytesOf(log).catch(foreseen)
  } catch (trouble) {
    foreseen(trouble)
  }
}

function foreseen(trouble: unknown) {
  expect(trouble).toBeInstanceOf(SherpaError)
  expect((trouble as SherpaError).message).toMatch(/^[^\n]+[^.\n]$/)
}

const magic = fc.constantFrom('', '504b0304', '504b0506', '1f8b08', '1f8b0800000000000003', 'fffe', 'feff', '7b0a', '425a68')
const bytes = fc
  .tuple(magic, fc.uint8Array({ maxLength: 600 }))
  .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'hex'), rest]))

/** A valid content with some bytes overwritten, cut at some place. */
const spoilt = (content: Buffer) =>
  fc
    .tuple(fc.nat(content.length), fc.array(fc.tuple(fc.nat(content.length - 1), fc.nat(255)), { maxLength: 8 }))
    .map(([length, edits]) => {
      const copy = Buffer.from(content)
      for (const [at, byte] of edits) copy[at] = byte
      return length % 3 === 0 ? copy : copy.subarray(0, length)
    })

const TEXT = Buffer.from(Array.from({ length: 400 }, (_, i) => `${i} ${Math.imul(i, 40503)}\n`).join(''))

test('any bytes, as a file or piped', async () => {
  using folder = tempFolder()
  await fc.assert(
    fc.asyncProperty(bytes, async content => {
      await readAll(folder.write('any', content))
      await readAll('-', [content])
    }),
    { numRuns: 300 },
  )
})

test('any spoilt gzip', async () => {
  using folder = tempFolder()
  await fc.assert(
    fc.asyncProperty(spoilt(gzipSync(TEXT)), async content => readAll(folder.write('any.gz', content))),
    { numRuns: 300 },
  )
})

test('any spoilt archive, in a file or piped', async () => {
  using folder = tempFolder()
  const zip = await zipOf({ '0_a.txt': TEXT, 'a/1_Set up job.txt': 'x\n', 'b.log': deflateRawSync(TEXT) })
  await fc.assert(
    fc.asyncProperty(spoilt(zip), async content => {
      await readAll(folder.write('any.zip', content))
      await readAll('-', [content])
    }),
    { numRuns: 300 },
  )
})

test('any names in a folder or archive', async () => {
  const name = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), async names => {
      using folder = tempFolder()
      const files = Object.fromEntries(names.flatMap(given => (isLegal(given) ? [[given, 'x\n']] : [])))
      await readAll('-', [await zipOf(files)])
      for (const file of Object.keys(files)) folder.write(`n_${file.replaceAll(/[/\0]/g, '_')}`, 'x\n')
      await readAll(folder.path)
    }),
    { numRuns: 100 },
  )
})

/** What the packer agrees to write. */
const isLegal = (name: string) => !/^(?:\/|[A-Za-z]:)|(?:^|\/)\.{1,2}(?:\/|$)|\\|\/$|\0/.test(name)
