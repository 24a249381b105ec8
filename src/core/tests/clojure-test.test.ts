import { expect, it } from 'vitest'
import { framework } from './clojure-test.ts'
import { textLines } from './lines/text-lines.ts'

it('reads failures below their namespace', () => {
  const log = `
lein test acme.cart-test

FAIL in (adds-tax) (cart_test.clj:5)
with one item
expected: (= 2 (tax))
  actual: (not (= 2 1))

Ran 3 tests containing 5 assertions.
1 failures, 0 errors.`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'clojure-test',
    total: 3,
    passed: 2,
    failed: 1,
    skipped: 0,
    failedTests: [
      {
        name: 'acme.cart-test/adds-tax',
        message: 'with one item\nexpected: (= 2 (tax))',
        lines: [4, 7],
        file: 'cart_test.clj',
        line: 5,
      },
    ],
  })
})
