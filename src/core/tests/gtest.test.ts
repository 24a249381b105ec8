import { expect, it } from 'vitest'
import { framework } from './gtest.ts'
import { textLines } from './lines/text-lines.ts'

it('reads failures of several programs', () => {
  const log = `
[==========] Running 2 tests from 1 test suite.
[ RUN      ] Cart.AddsTax
/app/cart_test.cc:10: Failure
Expected equality of these values:
  1
  2
[  FAILED  ] Cart.AddsTax (0 ms)
[ RUN      ] Cart.Rounds/1
[  FAILED  ] Cart.Rounds/1, where GetParam() = 2 (0 ms)
[==========] 2 tests from 1 test suite ran. (0 ms total)
[  PASSED  ] 0 tests.
[  FAILED  ] 2 tests, listed below:
[  FAILED  ] Cart.AddsTax
[  FAILED  ] Cart.Rounds/1, where GetParam() = 2
[==========] 3 tests from 1 test suite ran. (0 ms total)
[  PASSED  ] 3 tests.`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'gtest',
    total: 5,
    passed: 3,
    failed: 2,
    skipped: 0,
    failedTests: [
      {
        name: 'Cart.AddsTax',
        message: 'Expected equality of these values:\n1',
        lines: [4, 7],
        file: '/app/cart_test.cc',
        line: 10,
      },
      { name: 'Cart.Rounds/1' },
    ],
  })
})
