import { expect, it } from 'vitest'
import { framework } from './catch2.ts'
import { textLines } from './lines/text-lines.ts'

it('reads Catch2', () => {
  const log = `
-------------------------------------------------------------------------------
cart adds tax
-------------------------------------------------------------------------------
/app/cart.cpp:10
...............................................................................

/app/cart.cpp:12: FAILED:
  REQUIRE( tax() == 2 )
with expansion:
  1 == 2

===============================================================================
test cases: 3 | 2 passed | 1 failed
assertions: 5 | 4 passed | 1 failed`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'catch2',
    total: 3,
    passed: 2,
    failed: 1,
    skipped: 0,
    failedTests: [
      {
        name: 'cart adds tax',
        message: 'REQUIRE( tax() == 2 )\nwith expansion:',
        lines: [8, 11],
        file: '/app/cart.cpp',
        line: 12,
      },
    ],
  })
})

it('reads doctest', () => {
  const log = `
===============================================================================
/app/cart.cpp:10:
TEST CASE:  cart adds tax

/app/cart.cpp:12: ERROR: CHECK( tax() == 2 ) is NOT correct!
  values: CHECK( 1 == 2 )

===============================================================================
[doctest] test cases: 3 | 2 passed | 1 failed | 0 skipped`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'catch2',
    total: 3,
    passed: 2,
    failed: 1,
    skipped: 0,
    failedTests: [
      {
        name: 'cart adds tax',
        message: 'CHECK( tax() == 2 ) is NOT correct!\nvalues: CHECK( 1 == 2 )',
        lines: [6, 7],
        file: '/app/cart.cpp',
        line: 12,
      },
    ],
  })
})
