import { expect, test } from 'vitest'
import { hash53, mask } from './mask.ts'

test.each([
  ['[INFO] Finished at: 2022-05-27T10:20:12+02:00', '[INFO] Finished at: 0'],
  ['100 21399  100 21399    0     0   141k      0 --:--:--', '0 0  0 0    0     0   0      0 --:--:--'],
  ['  took 12.5ms at 0x7ffe12ab', 'took 0.0 at 0'],
  ['commit 050ce9e1226b95d6b5938bdd5e245491f7219fd8', 'commit 0'],
  ['wrote /tmp/build-x1y2/out.txt', 'wrote /tmp/*'],
  ['src/utf8.ts:12:9 error TS2304', 'src/utf8.ts:0:0 error TS2304'],
  ['no digits here', 'no digits here'],
])('%s', (line, masked) => {
  expect(mask(line)).toBe(masked)
})

test('hostile lines take no longer than others of their length', () => {
  for (const line of [`${'1'.repeat(65_536)}z_`, `${'a'.repeat(65_536)}_1`, '1a_'.repeat(20_000)])
    expect(mask(line).length).toBeGreaterThan(0)
})

test('equal texts have equal hashes, others hardly ever', () => {
  expect(hash53('a line')).toBe(hash53('a line'))
  expect(new Set(Array.from({ length: 10_000 }, (_, i) => hash53(`line ${i}`))).size).toBe(10_000)
})
