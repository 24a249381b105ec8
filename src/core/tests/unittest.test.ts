import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './unittest.ts'

it('reads headings between rules, and sub-tests once', () => {
  const log = `
======================================================================
ERROR: test_bad (unittest.loader._FailedTest)
----------------------------------------------------------------------
ImportError: Failed to import test module: test_bad

======================================================================
FAIL: test_even (test_cart.Cart) (i=1)
Even numbers.
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/app/test_cart.py", line 12, in test_even
    self.assertEqual(i, 5)
AssertionError: 1 != 5

======================================================================
FAIL: test_even (test_cart.Cart) (i=2)
----------------------------------------------------------------------
AssertionError: 2 != 5

----------------------------------------------------------------------
Ran 6 tests in 0.002s

FAILED (failures=2, errors=1, skipped=1, expected failures=1)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'unittest',
    total: 6,
    passed: 1,
    failed: 3,
    skipped: 2,
    failedTests: [
      {
        name: 'test_bad (unittest.loader._FailedTest)',
        message: 'ImportError: Failed to import test module: test_bad',
        lines: [3, 5],
      },
      {
        name: 'test_even (test_cart.Cart)',
        message: 'AssertionError: 1 != 5',
        lines: [8, 14],
        file: '/app/test_cart.py',
        line: 12,
      },
    ],
  })
})

it('reads the shorter headings of nose and green runs', () => {
  const log = `
======================================================================
FAIL: numpy.core.tests.test_array.TestSummary.test_2d
----------------------------------------------------------------------
AssertionError: no
----------------------------------------------------------------------
Ran 2 tests in 0.002s

FAILED (SKIP=1, failures=1)
----------------------------------------------------------------------
Ran 3 tests in 0.1s

OK`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'unittest',
    total: 5,
    passed: 3,
    failed: 1,
    skipped: 1,
    failedTests: [{ name: 'numpy.core.tests.test_array.TestSummary.test_2d', message: 'AssertionError: no', lines: [3, 5] }],
  })
})
