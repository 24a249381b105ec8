import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './vitest.ts'

it('reads failed tests and suites', () => {
  const log = `
 RUN  v3.1.1 /app

 ❯ src/cart.test.ts (3 tests | 1 failed | 1 skipped) 8ms
   ❯ cart (3)
     × adds tax 7ms

⎯⎯⎯⎯⎯⎯ Failed Suites 1 ⎯⎯⎯⎯⎯⎯⎯

 FAIL  src/bad.test.ts [ src/bad.test.ts ]
Error: Failed to load url ./nowhere
 ❯ src/bad.test.ts:1:1
⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[1/2]⎯

⎯⎯⎯⎯⎯⎯⎯ Failed Tests 1 ⎯⎯⎯⎯⎯⎯⎯

 FAIL  |web| src/cart.test.ts > cart > adds tax
AssertionError: expected 1 to be 2 // Object.is equality

- Expected
+ Received

 ❯ src/cart.test.ts:5:15
⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[2/2]⎯

 Test Files  2 failed | 1 passed (3)
      Tests  1 failed | 3 passed | 1 skipped (5)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'vitest',
    total: 6,
    passed: 3,
    failed: 2,
    skipped: 1,
    failedTests: [
      {
        name: 'src/bad.test.ts',
        message: 'Error: Failed to load url ./nowhere',
        lines: [10, 12],
        file: 'src/bad.test.ts',
        line: 1,
      },
      {
        name: 'src/cart.test.ts > cart > adds tax',
        message: 'AssertionError: expected 1 to be 2 // Object.is equality\n- Expected',
        lines: [17, 23],
        file: 'src/cart.test.ts',
        line: 5,
      },
    ],
  })
})

it('names what progress told when the log ends early', () => {
  const log = `
 RUN  v3.1.1 /app

 ❯ src/cart.test.ts (3 tests | 1 failed) 8ms
   × cart > adds tax 7ms`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'vitest',
    total: 1,
    passed: 0,
    failed: 1,
    skipped: 0,
    failedTests: [{ name: 'src/cart.test.ts > cart > adds tax', file: 'src/cart.test.ts' }],
  })
})

it('reads a green run', () => {
  const log = `
 Test Files  1 passed (1)
      Tests  3 passed (3)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'vitest',
    total: 3,
    passed: 3,
    failed: 0,
    skipped: 0,
    failedTests: [],
  })
})
