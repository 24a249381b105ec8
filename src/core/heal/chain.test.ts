import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerEntry } from '../model/ledger.ts'
import { line } from '../policy/line.fixture.ts'
import { canonical, chained, walk } from './chain.ts'

/** Good enough to tell texts apart. */
const digest = (text: string) =>
  `#${text.length}:${[...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1_000_000_007, 7)}`

function ledgerOf(count: number): LedgerEntry[] {
  const lines: LedgerEntry[] = []
  for (let i = 0; i < count; i++) {
    const { seq: _, hash: __, previous: ___, ...entry } = line('started', `a${i}`, i)
    lines.push(chained(entry, lines.at(-1) ?? null, digest))
  }
  return lines
}

async function* stream(lines: readonly LedgerEntry[]) {
  yield* lines
}

const broken = async (lines: readonly LedgerEntry[], head?: string) => (await walk(stream(lines), digest, head)).broken

test('an untouched ledger is whole', async () => {
  const lines = ledgerOf(5)
  expect(await walk(stream(lines), digest)).toEqual({ broken: null, lines: 5, head: lines[4]?.hash })
  expect(await walk(stream([]), digest)).toEqual({ broken: null, lines: 0, head: '' })
})

test('a changed, missing or moved line is found', async () => {
  const lines = ledgerOf(5)
  const changed = lines.map(one => (one.seq === 3 ? { ...one, by: 'somebody else' } : one))
  expect(await broken(changed)).toEqual({ at: 3, what: 'changed' })
  expect(await broken(lines.filter(({ seq }) => seq !== 2))).toEqual({ at: 2, what: 'missing' })
  expect(await broken(lines.slice(1))).toEqual({ at: 1, what: 'missing' })
  expect(await broken([...lines, ...lines.slice(4)])).toEqual({ at: 5, what: 'out-of-order' })
})

test('a line that was changed together with its hash breaks the next one', async () => {
  const lines = ledgerOf(5)
  const { hash: _, seq: __, previous: ___, ...third } = { ...(lines[2] as LedgerEntry), by: 'somebody else' }
  const forged = chained(third, lines[1] ?? null, digest)
  expect(await broken(lines.map(one => (one.seq === 3 ? forged : one)))).toEqual({ at: 4, what: 'changed' })
})

test('lines cut off at the end show by a head that is known', async () => {
  const lines = ledgerOf(5)
  expect(await broken(lines.slice(0, 3))).toBeNull()
  expect(await broken(lines.slice(0, 3), lines[4]?.hash)).toEqual({ at: 4, what: 'missing' })
  expect(await broken(lines, lines[2]?.hash)).toBeNull()
})

test('one value has one text, whatever the order of its fields', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('keys are in the order of the alphabet wherever they came from, and gaps of lists are null', () => {
  const text = '{"a":1,"b":2,"c":3}'
  expect([canonical({ a: 1, b: 2, c: 3 }), canonical({ c: 3, b: 2, a: 1 }), canonical({ b: 2, c: 3, a: 1 })]).toEqual([
    text,
    text,
    text,
  ])
  expect(canonical([undefined, 1])).toBe('[null,1]')
})
