import { expect, test } from 'vitest'
import { readArrays, storeArrays } from './arrays.ts'

interface Sample {
  readonly name: string
  readonly few: Int8Array
  readonly many: { readonly of: Float32Array }
}

const sample: Sample = { name: 'é\n', few: Int8Array.of(1, -2, 3), many: { of: Float32Array.of(0.5, -1) } }

const read = (bytes: Uint8Array) =>
  readArrays<Sample>(bytes, ({ name, few, many }, behind) => ({
    name,
    few: behind<'Int8Array'>(few),
    many: { of: behind<'Float32Array'>(many.of) },
  }))

test('what was stored is the same again, wherever in memory it was read', () => {
  const stored = storeArrays(sample)
  expect(read(stored)).toEqual(sample)
  const elsewhere = new Uint8Array(stored.length + 3)
  elsewhere.set(stored, 3)
  expect(read(elsewhere.subarray(3))).toEqual(sample)
})

test('arrays are not copied', () => {
  const stored = storeArrays(sample)
  expect(read(stored).few.buffer).toBe(stored.buffer)
})
