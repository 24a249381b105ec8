import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './scalatest.ts'

it('reads the standard reporter under sbt', () => {
  const log = `
[info] CartSpec:
[info] A cart
[info] - should be empty
[info] - should add tax *** FAILED ***
[info]   1 did not equal 2 (CartSpec.scala:12)
[info] MoneySpec:
[info] com.acme.MoneySpec *** ABORTED ***
[info]   java.lang.RuntimeException: boom
[info] Run completed in 1 second.
[info] Total number of tests run: 2
[info] Suites: completed 1, aborted 1
[info] Tests: succeeded 1, failed 1, canceled 0, ignored 2, pending 0
[info] *** 1 TEST FAILED ***
[error] Failed: Total 3, Failed 1, Errors 1, Passed 1
[error] Failed tests:
[error] 	com.acme.CartSpec
[error] Error during tests:
[error] 	com.acme.MoneySpec`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'scalatest',
    total: 5,
    passed: 1,
    failed: 2,
    skipped: 2,
    failedTests: [
      {
        name: 'CartSpec A cart should add tax',
        message: '1 did not equal 2 (CartSpec.scala:12)',
        lines: [5, 6],
        file: 'CartSpec.scala',
        line: 12,
      },
      { name: 'com.acme.MoneySpec', message: 'java.lang.RuntimeException: boom', lines: [8, 9] },
    ],
  })
})

it('reads what sbt says of others', () => {
  const log = `
[error] Test com.acme.CartTest.addsTax failed: java.lang.AssertionError: expected:<2>, took 0.01 sec
[error] Failed: Total 3, Failed 2, Errors 0, Passed 1
[error] Failed tests:
[error] 	com.acme.CartTest
[error] 	com.acme.OtherTest`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'scalatest',
    total: 3,
    passed: 1,
    failed: 2,
    skipped: 0,
    failedTests: [
      { name: 'com.acme.CartTest.addsTax', message: 'java.lang.AssertionError: expected:<2>', lines: [2, 2] },
      { name: 'com.acme.OtherTest' },
    ],
  })
})
