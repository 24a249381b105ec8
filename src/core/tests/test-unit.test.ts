import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './test-unit.ts'

it('reads the console runner', () => {
  const log = `
===============================================================================
Failure: test_tax(CartTest): <2> expected but was <1>
test/cart_test.rb:5:in 'test_tax'
===============================================================================
Error: test_boom(CartTest): RuntimeError: boom
test/cart_test.rb:9:in 'test_boom'
===============================================================================
4 tests, 2 assertions, 1 failures, 1 errors, 0 pendings, 1 omissions, 0 notifications`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'test-unit',
    total: 4,
    passed: 1,
    failed: 2,
    skipped: 1,
    failedTests: [
      { name: 'test_tax(CartTest)', message: '<2> expected but was <1>', lines: [3, 4], file: 'test/cart_test.rb', line: 5 },
      { name: 'test_boom(CartTest)', message: 'RuntimeError: boom', lines: [6, 7], file: 'test/cart_test.rb', line: 9 },
    ],
  })
})
