import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './minitest.ts'

it('reads the default reporter', () => {
  const log = `
# Running:

F.E

Finished in 0.1s, 30 runs/s.

  1) Failure:
CartTest#test_tax [test/cart_test.rb:5]:
Expected: 2
  Actual: 1

  2) Error:
CartTest#test_boom:
RuntimeError: boom
    test/cart_test.rb:9:in 'test_boom'

3 runs, 2 assertions, 1 failures, 1 errors, 0 skips`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'minitest',
    total: 3,
    passed: 1,
    failed: 2,
    skipped: 0,
    failedTests: [
      { name: 'CartTest#test_tax', message: 'Expected: 2\nActual: 1', lines: [9, 11], file: 'test/cart_test.rb', line: 5 },
      {
        name: 'CartTest#test_boom',
        message: "RuntimeError: boom\ntest/cart_test.rb:9:in 'test_boom'",
        lines: [14, 16],
        file: 'test/cart_test.rb',
        line: 9,
      },
    ],
  })
})

it("reads Rails' reporter and old names", () => {
  const log = `
# Running:

Failure:
CartTest#test_tax [test/cart_test.rb:5]:
no tax


bin/rails test test/cart_test.rb:4

  1) Failure:
test_old(CartTest) [test/cart_test.rb:7]:
no

2 runs, 2 assertions, 2 failures, 0 errors, 0 skips`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'minitest',
    total: 2,
    passed: 0,
    failed: 2,
    skipped: 0,
    failedTests: [
      { name: 'CartTest#test_tax', message: 'no tax', lines: [5, 6], file: 'test/cart_test.rb', line: 5 },
      { name: 'CartTest#test_old', message: 'no', lines: [12, 13], file: 'test/cart_test.rb', line: 7 },
    ],
  })
})
