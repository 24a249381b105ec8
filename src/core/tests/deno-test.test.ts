import { expect, it } from 'vitest'
import { framework } from './deno-test.ts'
import { textLines } from './lines/text-lines.ts'

it('reads errors and the final line', () => {
  const log = `
running 2 tests from ./cart_test.ts
adds tax ... FAILED (1ms)
is empty ... ok (0ms)

 ERRORS

adds tax => ./cart_test.ts:3:6
error: AssertionError: Values are not equal.
    at assertEquals (https://deno.land/std/assert.ts:5:9)

 FAILURES

adds tax => ./cart_test.ts:3:6

FAILED | 1 passed | 1 failed | 2 ignored (10ms)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'deno-test',
    total: 4,
    passed: 1,
    failed: 1,
    skipped: 2,
    failedTests: [
      { name: 'adds tax', message: 'AssertionError: Values are not equal.', lines: [8, 10], file: './cart_test.ts', line: 3 },
    ],
  })
})
