import { expect, it } from 'vitest'
import { framework } from './bun-test.ts'
import { textLines } from './lines/text-lines.ts'

it('takes the error above a failure', () => {
  const log = `
bun test v1.2.5 (013fdddc)

src/cart.test.ts:
1 | expect(1).toBe(2)
error: expect(received).toBe(expected)

Expected: 2
Received: 1

      at <anonymous> (/app/src/cart.test.ts:4:13)
(fail) cart > adds tax [1.00ms]
(pass) cart > is empty
(skip) cart > later

 1 pass
 1 skip
 1 fail
 2 expect() calls
Ran 3 tests across 1 files. [10.00ms]`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'bun-test',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [
      { name: 'cart > adds tax', message: 'expect(received).toBe(expected)', lines: [6, 12], file: 'src/cart.test.ts', line: 4 },
    ],
  })
})
