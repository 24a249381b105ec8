import { expect, it } from 'vitest'
import { framework } from './karma.ts'
import { textLines } from './lines/text-lines.ts'

it('reads the progress reporter', () => {
  const log = `
Chrome 120.0.0.0 (Linux x86_64) cart adds tax FAILED
	Error: Expected 1 to be 2.
	    at <Jasmine>
	    at UserContext.apply (src/cart.spec.ts:12:7)
Chrome 120.0.0.0 (Linux x86_64): Executed 2 of 3 (1 FAILED) (skipped 1) (0.1 secs / 0.09 secs)
TOTAL: 1 FAILED, 1 SUCCESS`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'karma',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [
      { name: 'cart adds tax', message: 'Error: Expected 1 to be 2.', lines: [2, 5], file: 'src/cart.spec.ts', line: 12 },
    ],
  })
})

it('reads the tree of the mocha reporter', () => {
  const log = `
SUMMARY:
✔ 3 tests completed
ℹ 1 test skipped
✖ 2 tests failed

FAILED TESTS:
  cart
    tax
      ✖ adds tax
        Firefox 72.0.0 (Linux 0.0.0)
      expected 1 to be 2

    ✖ is empty
      Firefox 72.0.0 (Linux 0.0.0)
      Error: boom`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'karma',
    total: 6,
    passed: 3,
    failed: 2,
    skipped: 1,
    failedTests: [
      { name: 'cart tax adds tax', message: 'expected 1 to be 2', lines: [10, 12] },
      { name: 'cart is empty', message: 'Error: boom', lines: [14, 16] },
    ],
  })
})
