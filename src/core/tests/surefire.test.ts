import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './surefire.ts'

it('reads headings and lists of 3.x, one entry a test', () => {
  const log = `
[INFO] -------------------------------------------------------
[INFO]  T E S T S
[INFO] -------------------------------------------------------
[INFO] Running com.acme.CartTest
[ERROR] Tests run: 4, Failures: 1, Errors: 1, Skipped: 1, Time elapsed: 0.05 s <<< FAILURE! -- in com.acme.CartTest
[ERROR] com.acme.CartTest.addsTax -- Time elapsed: 0.012 s <<< FAILURE!
org.opentest4j.AssertionFailedError: expected: <2> but was: <1>
	at org.junit.jupiter.api.AssertionUtils.fail(AssertionUtils.java:55)
	at com.acme.CartTest.addsTax(CartTest.java:12)

[ERROR] com.acme.CartTest.rounds(String)[2] -- Time elapsed: 0.002 s <<< ERROR!
java.lang.NullPointerException

[ERROR] com.acme.CartTest.flaky -- Time elapsed: 0.002 s <<< ERROR!
java.net.ConnectException
[INFO]
[INFO] Results:
[INFO]
[ERROR] Failures:
[ERROR]   CartTest.addsTax:12 expected: <2> but was: <1>
[ERROR] Errors:
[ERROR]   CartTest.rounds:20 » NullPointer
[ERROR]   MoneyTest>BaseTest.opens:7->helper:3 » IllegalState closed
[WARNING] Flakes:
[WARNING] com.acme.CartTest.flaky
[ERROR]   Run 1: CartTest.flaky:33 » Connect
[INFO]   Run 2: PASS
[INFO]
[ERROR] Tests run: 6, Failures: 1, Errors: 2, Skipped: 1, Flakes: 1`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'surefire',
    total: 6,
    passed: 2,
    failed: 3,
    skipped: 1,
    failedTests: [
      {
        name: 'com.acme.CartTest.addsTax',
        message: 'org.opentest4j.AssertionFailedError: expected: <2> but was: <1>',
        lines: [7, 10],
        file: 'CartTest.java',
        line: 12,
      },
      { name: 'com.acme.CartTest.rounds(String)[2]', message: 'java.lang.NullPointerException', lines: [12, 13] },
      { name: 'MoneyTest>BaseTest.opens', message: '» IllegalState closed' },
    ],
  })
})

it('reads 2.x', () => {
  const log = `
-------------------------------------------------------
 T E S T S
-------------------------------------------------------
Running com.acme.CartTest
Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.05 sec <<< FAILURE!
addsTax(com.acme.CartTest)  Time elapsed: 0.01 sec  <<< FAILURE!
java.lang.AssertionError: expected:<2> but was:<1>

Results :

Failed tests:   addsTax(com.acme.CartTest): expected:<2> but was:<1>
  rounds(com.acme.CartTest)

Tests in error:
  opens(com.acme.MoneyTest): closed

Tests run: 4, Failures: 2, Errors: 1, Skipped: 0`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'surefire',
    total: 4,
    passed: 1,
    failed: 3,
    skipped: 0,
    failedTests: [
      { name: 'addsTax(com.acme.CartTest)', message: 'java.lang.AssertionError: expected:<2> but was:<1>', lines: [7, 8] },
      { name: 'rounds(com.acme.CartTest)' },
      { name: 'opens(com.acme.MoneyTest)', message: 'closed' },
    ],
  })
})

it('gives display names their class', () => {
  const log = `
Results :
Tests run: 1, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.05 s <<< FAILURE! - in com.acme.CartTest
[ERROR] adds tax  Time elapsed: 0.012 s  <<< FAILURE!
java.lang.AssertionError: no

[ERROR] com.acme.MoneyTest  Time elapsed: 0.012 s  <<< ERROR!
java.lang.IllegalStateException: closed

[ERROR] Errors:
[ERROR]   MoneyTest » IllegalState closed
[ERROR] Tests run: 2, Failures: 1, Errors: 1, Skipped: 0`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'surefire',
    total: 2,
    passed: 0,
    failed: 2,
    skipped: 0,
    failedTests: [
      { name: 'com.acme.CartTest.adds tax', message: 'java.lang.AssertionError: no', lines: [4, 5] },
      { name: 'com.acme.MoneyTest', message: 'java.lang.IllegalStateException: closed', lines: [7, 8] },
    ],
  })
})

it("is silent about sbt's list", () => {
  const log = `
[error] Failed tests:
[error] 	com.acme.CartSpec`
  expect(framework.parse(textLines(log))).toBeNull()
})
