import { expect, it } from 'vitest'
import { framework } from './jasmine.ts'
import { textLines } from './lines/text-lines.ts'

it('reads the list of failures', () => {
  const log = `
Randomized with seed 57043
Started
F.*

Failures:
1) cart adds tax
  Message:
    Expected 1 to be 2.
  Stack:
        at <Jasmine>
        at UserContext.<anonymous> (/app/spec/cart.js:1:54)

Pending:

1) cart later
  Temporarily disabled with xit

3 specs, 1 failure, 1 pending spec
Finished in 0.008 seconds`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'jasmine',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [{ name: 'cart adds tax', message: 'Expected 1 to be 2.', lines: [7, 12], file: '/app/spec/cart.js', line: 1 }],
  })
})
