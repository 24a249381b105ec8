import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './phpunit.ts'

it('reads errors and failures, not what is risky', () => {
  const log = `
PHPUnit 10.5.1 by Sebastian Bergmann and contributors.

There was 1 error:

1) Acme\\CartTest::testBoom
RuntimeException: boom

/app/tests/CartTest.php:20

--

There was 1 failure:

1) Acme\\CartTest::testTax with data set #0 (1, 2)
Failed asserting that 1 matches expected 2.

/app/vendor/acme/Assert.php:3
/app/tests/CartTest.php:12

--

There was 1 risky test:

1) Acme\\CartTest::testNothing
This test did not perform any assertions

FAILURES!
Tests: 5, Assertions: 4, Errors: 1, Failures: 1, Skipped: 1, Risky: 1.`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'phpunit',
    total: 5,
    passed: 2,
    failed: 2,
    skipped: 1,
    failedTests: [
      {
        name: 'Acme\\CartTest::testBoom',
        message: 'RuntimeException: boom',
        lines: [6, 9],
        file: '/app/tests/CartTest.php',
        line: 20,
      },
      {
        name: 'Acme\\CartTest::testTax with data set #0',
        message: 'Failed asserting that 1 matches expected 2.',
        lines: [15, 19],
        file: '/app/tests/CartTest.php',
        line: 12,
      },
    ],
  })
})

it('reads a green run', () => {
  const log = `
PHPUnit 9.6.1

OK (3 tests, 3 assertions)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'phpunit',
    total: 3,
    passed: 3,
    failed: 0,
    skipped: 0,
    failedTests: [],
  })
})
