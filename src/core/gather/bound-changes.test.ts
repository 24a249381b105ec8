import { expect, it } from 'vitest'
import { boundChanges } from './bound-changes.ts'

it('keeps small patches, cuts long ones at a line end, and drops them when there is no room left', () => {
  const long = `${'+line\n'.repeat(4000)}`
  const changes = boundChanges(
    [{ file: 'a', patch: '+a' }, { file: 'b' }, { file: 'c', patch: long }, { file: 'd', patch: `+${'x'.repeat(20_000)}` }],
    20_000,
  )
  expect(changes[0]).toEqual({ file: 'a', patch: '+a' })
  expect(changes[1]).toEqual({ file: 'b' })
  expect(changes[2]?.patch).toMatch(/^(?:\+line\n)*\+line$/)
  expect(changes[2]?.patch?.length).toBeLessThanOrEqual(16_000)
  expect(changes[3]).toEqual({ file: 'd' })
})

it('names every file however many there are', () => {
  const many = Array.from({ length: 300 }, (_, n) => ({ file: `f${n}`, patch: '+x\n'.repeat(2000) }))
  const bounded = boundChanges(many)
  expect(bounded.map(change => change.file)).toEqual(many.map(change => change.file))
  expect(bounded.reduce((sum, { patch = '' }) => sum + patch.length, 0)).toBeLessThanOrEqual(256_000)
})
