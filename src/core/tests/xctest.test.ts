import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './xctest.ts'

it('reads macOS and Linux', () => {
  const log = `
Test Case '-[AcmeTests.CartTests testTax]' started.
/app/CartTests.swift:12: error: -[AcmeTests.CartTests testTax] : XCTAssertEqual failed: ("1") is not equal to ("2")
Test Case '-[AcmeTests.CartTests testTax]' failed (0.010 seconds).
Test Case '-[AcmeTests.CartTests testEmpty]' passed (0.001 seconds).
	 Executed 2 tests, with 1 failure (0 unexpected) in 0.011 (0.012) seconds
Test Case 'MoneyTests.testRound' failed (0.0 seconds)
Failing tests:
	CartTests.testTax()`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'xctest',
    total: 3,
    passed: 1,
    failed: 2,
    skipped: 0,
    failedTests: [
      {
        name: 'AcmeTests.CartTests.testTax',
        message: 'XCTAssertEqual failed: ("1") is not equal to ("2")',
        lines: [3, 3],
        file: '/app/CartTests.swift',
        line: 12,
      },
      { name: 'MoneyTests.testRound' },
    ],
  })
})
