import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './testng.ts'

it('reads the text reporter', () => {
  const log = `
PASSED: isEmpty
FAILED: addsTax
java.lang.AssertionError: expected [2] but found [1]
	at org.testng.Assert.fail(Assert.java:97)
	at com.acme.CartTest.addsTax(CartTest.java:12)
SKIPPED: later

===============================================
    Default test
    Tests run: 3, Failures: 1, Skips: 1
===============================================

===============================================
Default suite
Total tests run: 3, Passes: 1, Failures: 1, Skips: 1
===============================================`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'testng',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [
      {
        name: 'addsTax',
        message: 'java.lang.AssertionError: expected [2] but found [1]',
        lines: [3, 6],
        file: 'CartTest.java',
        line: 12,
      },
    ],
  })
})

it('is silent about suites run inside tests', () => {
  const log = `
    Total tests run: 7, Failures: 1, Skips: 1`
  expect(framework.parse(textLines(log))).toBeNull()
})
