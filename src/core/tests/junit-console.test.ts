import { expect, it } from 'vitest'
import { framework } from './junit-console.ts'
import { textLines } from './lines/text-lines.ts'

it('reads the console launcher', () => {
  const log = `
Failures (1):
  JUnit Jupiter:CartTest:addsTax()
    MethodSource [className = 'com.acme.CartTest', methodName = 'addsTax', methodParameterTypes = '']
    => org.opentest4j.AssertionFailedError: expected: <2> but was: <1>
       com.acme.CartTest.addsTax(CartTest.java:12)
       [...]

Test run finished after 64 ms
[         3 containers found      ]
[         3 tests found           ]
[         1 tests skipped         ]
[         2 tests started         ]
[         0 tests aborted         ]
[         1 tests successful      ]
[         1 tests failed          ]`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'junit-console',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [
      {
        name: 'JUnit Jupiter:CartTest:addsTax()',
        message: 'org.opentest4j.AssertionFailedError: expected: <2> but was: <1>\ncom.acme.CartTest.addsTax(CartTest.java:12)',
        lines: [3, 7],
        file: 'CartTest.java',
        line: 12,
      },
    ],
  })
})

it("reads JUnit 4's text runner", () => {
  const log = `
There was 1 failure:
1) addsTax(com.acme.CartTest)
java.lang.AssertionError: expected:<2> but was:<1>
	at com.acme.CartTest.addsTax(CartTest.java:12)

FAILURES!!!
Tests run: 2,  Failures: 1`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'junit-console',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [
      {
        name: 'addsTax(com.acme.CartTest)',
        message: 'java.lang.AssertionError: expected:<2> but was:<1>\nFAILURES!!!',
        lines: [3, 7],
        file: 'CartTest.java',
        line: 12,
      },
    ],
  })
})
