import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './mocha.ts'

it('reads the epilogue', () => {
  const log = `
  cart
    ✓ is empty
    1) adds tax

  1 passing (12ms)
  1 pending
  2 failing

  1) cart
       tax
         adds tax:

      AssertionError [ERR_ASSERTION]: 1 == 2
      + expected - actual

      -1
      +2

      at Context.<anonymous> (test/cart.js:2:96)
      at process.processImmediate (node:internal/timers:483:21)

  2) cart
       "before all" hook for "x":
     Error: no db
      at /app/node_modules/db/index.js:3:3

npm ERR! Test failed.`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'mocha',
    total: 4,
    passed: 1,
    failed: 2,
    skipped: 1,
    failedTests: [
      {
        name: 'cart tax adds tax',
        message: 'AssertionError [ERR_ASSERTION]: 1 == 2\n+ expected - actual',
        lines: [10, 21],
        file: 'test/cart.js',
        line: 2,
      },
      { name: 'cart "before all" hook for "x"', message: 'Error: no db', lines: [23, 26] },
    ],
  })
})

it('reads titles on one line (before version 4)', () => {
  const log = `
  0 passing (1s)
  1 failing

  1) cart adds tax:
     Error: boom`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'mocha',
    total: 1,
    passed: 0,
    failed: 1,
    skipped: 0,
    failedTests: [{ name: 'cart adds tax', message: 'Error: boom', lines: [5, 6] }],
  })
})

it('adds runs up and leaves Cypress alone', () => {
  const log = `
  3 passing (1s)

  2 passing (1s)
  1 pending

  (Run Starting)
  1 passing (1s)
  1 failing
  1) a
       b:
     c
  (Run Finished)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'mocha',
    total: 6,
    passed: 5,
    failed: 0,
    skipped: 1,
    failedTests: [],
  })
})
