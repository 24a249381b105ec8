import { expect, it } from 'vitest'
import { framework } from './exunit.ts'
import { textLines } from './lines/text-lines.ts'

it('reads failures with their modules', () => {
  const log = `
  1) test adds tax (Acme.CartTest)
     test/cart_test.exs:5
     Assertion with == failed
     code:  assert 1 == 2
     stacktrace:
       test/cart_test.exs:6: (test)

Finished in 0.1 seconds
2 doctests, 3 tests, 1 failure, 1 excluded, 1 skipped`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'exunit',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [
      {
        name: 'test adds tax (Acme.CartTest)',
        message: 'Assertion with == failed\ncode:  assert 1 == 2',
        lines: [2, 7],
        file: 'test/cart_test.exs',
        line: 5,
      },
    ],
  })
})
