import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './perl-prove.ts'

it('names tests by file', () => {
  const log = `
#   Failed test 'adds tax'
#   at t/cart.t line 3.
#          got: '1'
#     expected: '2'
# Looks like you failed 1 test of 3.
t/cart.t ...
Dubious, test returned 1 (wstat 256, 0x100)
Failed 1/3 subtests

Test Summary Report
-------------------
t/cart.t (Wstat: 256 (exited 1) Tests: 3 Failed: 1)
  Failed test:  2
  Non-zero exit status: 1
t/crash.t (Wstat: 65280 (exited 255) Tests: 0 Failed: 0)
Files=2, Tests=4,  0 wallclock secs ( 0.02 usr  0.00 sys +  0.07 cusr  0.01 csys =  0.10 CPU)
Result: FAIL`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'perl-prove',
    total: 4,
    passed: 2,
    failed: 2,
    skipped: 0,
    failedTests: [
      { name: 't/cart.t: adds tax', message: "got: '1'\nexpected: '2'", lines: [2, 5], file: 't/cart.t', line: 3 },
      { name: 't/crash.t', message: '(Wstat: 65280 (exited 255) Tests: 0 Failed: 0)' },
    ],
  })
})
