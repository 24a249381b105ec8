import { expect, it } from 'vitest'
import { framework } from './jest.ts'
import { textLines } from './lines/text-lines.ts'

it('reads failures of tests and of suites', () => {
  const log = `
PASS src/money.test.js
FAIL src/cart.test.js (5.2 s)
  ● Console

    console.log
      hello

  ● cart › tax › adds tax

    expect(received).toBe(expected) // Object.is equality

    Expected: 2
    Received: 1

      at Object.toBe (src/cart.test.js:3:21)
      at run (node_modules/jest-circus/build/run.js:3:21)

FAIL src/bad.test.js
  ● Test suite failed to run

    Cannot find module './nowhere' from 'src/bad.test.js'

Test Suites: 2 failed, 1 passed, 3 total
Tests:       1 failed, 1 skipped, 1 todo, 4 passed, 7 total
Snapshots:   0 total
Time:        1.2 s
Ran all test suites.`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'jest',
    total: 8,
    passed: 4,
    failed: 2,
    skipped: 2,
    failedTests: [
      {
        name: 'cart › tax › adds tax',
        message: 'expect(received).toBe(expected) // Object.is equality\nExpected: 2',
        lines: [9, 17],
        file: 'src/cart.test.js',
        line: 3,
      },
      {
        name: 'src/bad.test.js › Test suite failed to run',
        message: "Cannot find module './nowhere' from 'src/bad.test.js'",
        lines: [20, 22],
        file: 'src/bad.test.js',
      },
    ],
  })
})

it('tells a failure once though the summary repeats it', () => {
  const log = `
web:test: FAIL src/a.test.ts
web:test:   ● adds tax
web:test:
web:test:     boom
web:test:
web:test: Summary of all failing tests
web:test: FAIL src/a.test.ts
web:test:   ● adds tax
web:test:
web:test:     boom
web:test:
web:test: Tests:       1 failed, 1 passed, 2 total`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'jest',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [{ name: 'adds tax', message: 'boom', lines: [3, 5], file: 'src/a.test.ts' }],
  })
})

it('reads titles without bullets', () => {
  const log = `
FAIL tests/cli.test.js
show version > (stdout)
    Error: expect(received).toEqual(expected)
        at file:///app/tests/cli.test.js:12:27

Tests:       1 failed, 1 total`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'jest',
    total: 1,
    passed: 0,
    failed: 1,
    skipped: 0,
    failedTests: [
      {
        name: 'show version › (stdout)',
        message: 'Error: expect(received).toEqual(expected)',
        lines: [3, 5],
        file: 'tests/cli.test.js',
        line: 12,
      },
    ],
  })
})

it('adds runs up', () => {
  const log = `
Tests:       2 passed, 2 total
Tests:       3 passed, 3 total`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'jest',
    total: 5,
    passed: 5,
    failed: 0,
    skipped: 0,
    failedTests: [],
  })
})

it('is silent about other logs', () => {
  const log = `
FAIL: something
  ● not a test`
  expect(framework.parse(textLines(log))).toBeNull()
})
