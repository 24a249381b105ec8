import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './tasty.ts'

it('reads the tree', () => {
  const log = `
Tests
  cart
    is empty: OK
    adds tax: FAIL (0.01s)
      test/Main.hs:10:
      expected: 2
       but got: 1

1 out of 2 tests failed (0.01s)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'tasty',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [{ name: 'adds tax', message: 'expected: 2\nbut got: 1', lines: [5, 8], file: 'test/Main.hs', line: 10 }],
  })
})
