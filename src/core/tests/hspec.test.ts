import { expect, it } from 'vitest'
import { framework } from './hspec.ts'
import { textLines } from './lines/text-lines.ts'

it('reads failures', () => {
  const log = `
Failures:

  test/CartSpec.hs:10:5:
  1) Cart adds tax
       expected: 2
        but got: 1

  To rerun use: --match "/Cart/adds tax/"

Randomized with seed 123
Finished in 0.0003 seconds
3 examples, 1 failure, 1 pending`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'hspec',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [{ name: 'Cart adds tax', message: 'expected: 2\nbut got: 1', lines: [5, 7] }],
  })
})
