import { expect, it } from 'vitest'
import { framework } from './eunit.ts'
import { textLines } from './lines/text-lines.ts'

it('reads EUnit and rebar3', () => {
  const log = `
cart_tests: tax_test...*failed*
in function cart_tests:tax_test/0 (test/cart_tests.erl, line 5)
**error:{assertEqual,[{module,cart_tests}]}

=======================================================
  Failed: 1.  Skipped: 1.  Passed: 2.
  1) money_tests:round_test/0
     Failure/Error: ?assertEqual(1, 2)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'eunit',
    total: 5,
    passed: 2,
    failed: 2,
    skipped: 1,
    failedTests: [
      {
        name: 'cart_tests: tax_test',
        message: 'error:{assertEqual,[{module,cart_tests}]}',
        lines: [2, 4],
        file: 'test/cart_tests.erl',
        line: 5,
      },
      { name: 'money_tests:round_test/0', message: '?assertEqual(1, 2)', lines: [8, 9] },
    ],
  })
})
