import { expect, it } from 'vitest'
import { framework } from './gradle.ts'
import { textLines } from './lines/text-lines.ts'

it('reads failures and totals', () => {
  const log = `
> Task :app:test FAILED

com.acme.CartTest > addsTax() FAILED
    org.opentest4j.AssertionFailedError: expected: <2> but was: <1>
        at app//com.acme.CartTest.addsTax(CartTest.java:12)

CartTest > rounds(String) > [2] half FAILED
    java.lang.NullPointerException at CartTest.java:20

Gradle suite > Gradle test > com.acme.MoneyTest.opens FAILED
    java.lang.IllegalStateException at MoneyTest.java:7

5 tests completed, 3 failed, 1 skipped

> There were failing tests. See the report at: file:///app/build/reports/tests/test/index.html`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'gradle',
    total: 5,
    passed: 1,
    failed: 3,
    skipped: 1,
    failedTests: [
      {
        name: 'com.acme.CartTest > addsTax()',
        message: 'org.opentest4j.AssertionFailedError: expected: <2> but was: <1>',
        lines: [4, 6],
        file: 'CartTest.java',
        line: 12,
      },
      {
        name: 'CartTest > rounds(String) > [2] half',
        message: 'java.lang.NullPointerException at CartTest.java:20',
        lines: [8, 9],
        file: 'CartTest.java',
        line: 20,
      },
      {
        name: 'Gradle suite > Gradle test > com.acme.MoneyTest.opens',
        message: 'java.lang.IllegalStateException at MoneyTest.java:7',
        lines: [11, 12],
        file: 'MoneyTest.java',
        line: 7,
      },
    ],
  })
})

it('forgets what passes on a retry', () => {
  const log = `
CartTest > net FAILED
    java.net.ConnectException at CartTest.java:3

CartTest > net PASSED
CartTest > other SKIPPED`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'gradle',
    total: 2,
    passed: 1,
    failed: 0,
    skipped: 1,
    failedTests: [],
  })
})

it('reads the test-logger plug-in', () => {
  const log = `
com.acme.CartTest

  Test adds tax() FAILED (1.2s)

  org.opentest4j.AssertionFailedError: no

  ✔ is empty()

FAILURE: Executed 2 tests in 1.4s (1 failed)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'gradle',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [{ name: 'com.acme.CartTest > adds tax()', message: 'org.opentest4j.AssertionFailedError: no', lines: [4, 6] }],
  })
})
