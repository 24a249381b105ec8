import { expect, it } from 'vitest'
import { framework } from './gotestsum.ts'
import { textLines } from './lines/text-lines.ts'

it('reads the list of failures', () => {
  const log = `
✖  cart (2ms)

=== Failed
=== FAIL: cart TestTax (0.00s)
    cart_test.go:3: got 1, want 2

=== FAIL: cart TestTax (re-run 1) (0.00s)
    cart_test.go:3: got 1, want 2

DONE 2 runs, 3 tests, 1 skipped, 1 failure in 0.301s`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'gotestsum',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [{ name: 'cart.TestTax', message: 'got 1, want 2', lines: [5, 6], file: 'cart_test.go', line: 3 }],
  })
})
