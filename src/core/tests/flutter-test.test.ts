import { expect, it } from 'vitest'
import { framework } from './flutter-test.ts'
import { textLines } from './lines/text-lines.ts'

it('reads the expanded reporter', () => {
  const log = `
00:01 +1: cart is empty
00:01 +1 -1: cart adds tax [E]
  Expected: <2>
    Actual: <1>

  test/cart_test.dart 12:5  main.<fn>

00:02 +1 ~1 -1: Some tests failed.`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'flutter-test',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [
      { name: 'cart adds tax', message: 'Expected: <2>\nActual: <1>', lines: [3, 7], file: 'test/cart_test.dart', line: 12 },
    ],
  })
})
