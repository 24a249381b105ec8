import { expect, it } from 'vitest'
import { framework } from './busted.ts'
import { textLines } from './lines/text-lines.ts'

it('takes the name from the next line', () => {
  const log = `
2 successes / 1 failure / 0 errors / 1 pending : 0.01 seconds

Failure → spec/cart_spec.lua @ 5
cart adds tax
spec/cart_spec.lua:7: Expected objects to be equal.`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'busted',
    total: 4,
    passed: 2,
    failed: 1,
    skipped: 1,
    failedTests: [
      {
        name: 'cart adds tax',
        message: 'spec/cart_spec.lua:7: Expected objects to be equal.',
        lines: [4, 6],
        file: 'spec/cart_spec.lua',
        line: 5,
      },
    ],
  })
})
