import { expect, it } from 'vitest'
import { framework } from './ant-junit.ts'
import { textLines } from './lines/text-lines.ts'

it('reads the plain and the brief formatter', () => {
  const log = `
    [junit] Testsuite: com.acme.CartTest
    [junit] Tests run: 2, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 0.05 sec
    [junit]
    [junit] Testcase: addsTax took 0.01 sec
    [junit] 	FAILED
    [junit] expected:<2> but was:<1>
    [junit] 	at com.acme.CartTest.addsTax(CartTest.java:12)
    [junit]
    [junit] Testcase: isEmpty took 0 sec
    [junit] 	Caused an ERROR
    [junit] boom
    [junit] Test com.acme.CartTest FAILED
    [junit] Testsuite: com.acme.MoneyTest
    [junit] Tests run: 1, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 sec
    [junit]
    [junit] Testcase: rounds(com.acme.MoneyTest):	FAILED
    [junit] half
    [junit] Test com.acme.MoneyTest FAILED
    [junit] Test com.acme.SlowTest FAILED (timeout)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'ant-junit',
    total: 4,
    passed: 0,
    failed: 4,
    skipped: 0,
    failedTests: [
      { name: 'com.acme.CartTest.addsTax', message: 'expected:<2> but was:<1>', lines: [6, 8] },
      { name: 'com.acme.CartTest.isEmpty', message: 'boom', lines: [11, 12] },
      { name: 'com.acme.MoneyTest.rounds', message: 'half', lines: [17, 18] },
      { name: 'com.acme.SlowTest', message: 'Test com.acme.SlowTest FAILED (timeout)' },
    ],
  })
})
