import { expect, test } from 'vitest'
import { bytesWords, durationWords, numberWords, percentWords } from './words.ts'

test.each([
  [0, '0 ms'],
  [850, '850 ms'],
  [1000, '1.0 s'],
  [9949, '9.9 s'],
  [9951, '10 s'],
  [59_400, '59 s'],
  [61_000, '1m 01s'],
  [119_700, '2m 00s'],
  [3_599_400, '59m 59s'],
  [3_599_600, '1h 00m'],
  [7_980_000, '2h 13m'],
  [3 * 86_400_000 + 4 * 3_600_000, '3d 4h'],
  [-61_000, '-1m 01s'],
  [null, '–'],
  [Number.NaN, '–'],
])('%s ms: %s', (ms, words) => expect(durationWords(ms)).toBe(words))

test.each([
  [0.9731, '97.3 %'],
  [1, '100 %'],
  [0.9999, '99.9 %'],
  [0.00012, '0.012 %'],
  [0, '0 %'],
  [null, '–'],
])('%s: %s', (share, words) => expect(percentWords(share)).toBe(words))

test('numbers and bytes have three digits that count', () => {
  expect([numberWords(1234.5), numberWords(0.12345), numberWords(12), numberWords(null)]).toEqual(['1,235', '0.123', '12', '–'])
  expect([bytesWords(0), bytesWords(999), bytesWords(12_345), bytesWords(3e15), bytesWords(null)]).toEqual([
    '0 B',
    '999 B',
    '12.3 kB',
    '3000 TB',
    '–',
  ])
})
