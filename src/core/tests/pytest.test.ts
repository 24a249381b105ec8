import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './pytest.ts'

it('joins short summary and details', () => {
  const log = `
=========================== test session starts ============================
test_cart.py F.s                                                     [100%]

================================= FAILURES =================================
________________________________ Cart.test_tax[a b] ________________________________

    def test_tax(self):
>       assert 1 == 2
E       assert 1 == 2

tests/test_cart.py:4: AssertionError
========================= short test summary info ==========================
FAILED tests/test_cart.py::Cart::test_tax[a b] - assert 1 == 2
ERROR tests/test_bad.py
=========== 1 failed, 1 passed, 1 skipped, 1 error in 0.12s ===========`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'pytest',
    total: 4,
    passed: 1,
    failed: 2,
    skipped: 1,
    failedTests: [
      {
        name: 'tests/test_cart.py::Cart::test_tax[a b]',
        message: 'assert 1 == 2',
        lines: [6, 12],
        file: 'tests/test_cart.py',
        line: 4,
      },
      { name: 'tests/test_bad.py', file: 'tests/test_bad.py' },
    ],
  })
})

it('names by heading and place where there is no short summary', () => {
  const log = `
=================================== FAILURES ===================================
_ TestVerifiedGrantToken.test_raises_for_missing_claims[aud-audience-and-more] __
E       AssertionError: no
tests/h/jwt_test.py:51: AssertionError
 TestVerifiedGrantToken.test_raises_for_wrong_timestamp_types[nbf-start time]
E       AssertionError: no
tests/h/jwt_test.py:71: AssertionError
===================== 2 failed, 5 passed in 3.21 seconds ======================`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'pytest',
    total: 7,
    passed: 5,
    failed: 2,
    skipped: 0,
    failedTests: [
      {
        name: 'tests/h/jwt_test.py::TestVerifiedGrantToken::test_raises_for_missing_claims[aud-audience-and-more]',
        message: 'AssertionError: no',
        lines: [3, 5],
        file: 'tests/h/jwt_test.py',
        line: 51,
      },
      {
        name: 'tests/h/jwt_test.py::TestVerifiedGrantToken::test_raises_for_wrong_timestamp_types[nbf-start time]',
        message: 'AssertionError: no',
        lines: [6, 8],
        file: 'tests/h/jwt_test.py',
        line: 71,
      },
    ],
  })
})

it('reads verbose progress of xdist', () => {
  const log = `
============================= test session starts ==============================
[gw0] [ 50%] FAILED tests/test_a.py::test_x
[gw1] [100%] PASSED tests/test_a.py::test_y
========================= 1 failed, 1 passed in 0.50s =========================`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'pytest',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [{ name: 'tests/test_a.py::test_x', file: 'tests/test_a.py' }],
  })
})

it('adds runs up', () => {
  const log = `
============================= test session starts ==============================
======================== 3 passed, 1 xfailed in 0.50s =========================
============================= test session starts ==============================
============================== 2 passed in 0.50s ==============================`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'pytest',
    total: 6,
    passed: 5,
    failed: 0,
    skipped: 1,
    failedTests: [],
  })
})
