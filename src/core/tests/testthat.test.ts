import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './testthat.ts'

it('reads version 3', () => {
  const log = `
── Failure ('test-cart.R:5:3'): adds tax ───────────────────────────────────────
tax() not equal to 2.

[ FAIL 1 | WARN 0 | SKIP 1 | PASS 2 ]
Error: Test failures`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'testthat',
    total: 4,
    passed: 2,
    failed: 1,
    skipped: 1,
    failedTests: [{ name: 'adds tax', message: 'tax() not equal to 2.', lines: [2, 3], file: 'test-cart.R', line: 5 }],
  })
})
