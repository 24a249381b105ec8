import { expect, test } from 'vitest'
import { zipOf } from '../../../test/zips.ts'
import { salvageEntries } from './salvage-zip.ts'

const names = async (chunks: Iterable<Uint8Array>, max = 100) =>
  (await salvageEntries(chunks, max)).map(({ nameBytes, method }) => [Buffer.from(nameBytes).toString(), method])

const FILES = { 'a.log': 'PK\u0003\u0004 is how an entry begins\n', 'dir/b.log': 'b\n'.repeat(5000), 'c.log': '' }

test('entries are found whatever pieces the archive comes in', async () => {
  const zip = await zipOf(FILES)
  const expected = [
    ['a.log', 8],
    ['dir/b.log', 8],
    ['c.log', 8],
  ]
  for (const size of [1, 7, 100, 10_000]) {
    const pieces = Array.from({ length: Math.ceil(zip.length / size) }, (_, i) => zip.subarray(i * size, (i + 1) * size))
    expect(await names(pieces)).toEqual(expected)
  }
  expect(await names([zip], 2)).toEqual(expected.slice(0, 2))
})

test('an entry ends where its header says, or before the next one', async () => {
  const zip = await zipOf({ 'a.log': 'aaa\n', 'b.log': 'bbb\n' }, { stored: true })
  const [first, second] = await salvageEntries([zip], 9)
  expect(zip.subarray(first?.range.start, first?.range.end).toString('latin1')).toMatch(/^aaa\n/)
  expect(zip.subarray(second?.range.start, second?.range.end).toString('latin1')).toMatch(/^bbb\n/)
})

test('nothing is found in nothing', async () => {
  expect(await names([])).toEqual([])
  expect(await names([Buffer.from('PK\u0003\u0004PK\u0003\u0004')])).toEqual([])
})
