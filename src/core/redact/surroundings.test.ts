import { expect, test } from 'vitest'
import type { LogExtract } from '../model/case-file.ts'
import { surroundings } from './surroundings.ts'

const log = (numbers: readonly number[]) =>
  ({ lines: numbers.map(n => ({ n, text: `line ${n}`, score: 0 })) }) as unknown as LogExtract

test('the lines around a quote, as far as they were kept, one text for each stretch', () => {
  const diagnosis = { failures: [], tests: [], highlights: [{ job: null, lines: [5, 6] as const, score: 1, text: [] }] }
  expect(surroundings({ logs: [log([1, 2, 4, 5, 6, 7, 9]), log([1, 7])] }, diagnosis)).toEqual([
    'line 4\nline 5\nline 6\nline 7',
    'line 7',
  ])
})

test('around failures and failed tests, too; of long quotes only the beginning', () => {
  const of = (diagnosis: object) =>
    surroundings({ logs: [log(Array.from({ length: 500 }, (_, i) => i))] }, {
      failures: [],
      highlights: [],
      tests: [],
      ...diagnosis,
    } as Parameters<typeof surroundings>[1]).map(text => text.split('\n').map(line => Number(line.slice(5))))
  expect(of({ failures: [{ lines: [0, 1] }, { lines: null }] })).toEqual([[0, 1, 2, 3]])
  expect(of({ tests: [{ failedTests: [{ lines: [10, 10] }, {}] }] })).toEqual([[8, 9, 10, 11, 12]])
  expect(of({ failures: [{ lines: null }] })).toEqual([])
  const [long = []] = of({ highlights: [{ lines: [100, 400] }] })
  expect([long[0], long.at(-1), long.length]).toEqual([98, 302, 205])
})
