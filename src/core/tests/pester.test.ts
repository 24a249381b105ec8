import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './pester.ts'

it('reads version 5', () => {
  const log = `
Describing Cart
  [+] is empty 12ms (8ms|4ms)
  [-] adds tax 9ms (7ms|2ms)
   Expected 2, but got 1.
   at $tax | Should -Be 2, /app/Cart.Tests.ps1:12
Tests completed in 123ms
Tests Passed: 1, Failed: 1, Skipped: 0, Inconclusive: 0, NotRun: 0`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'pester',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [{ name: 'adds tax', message: 'Expected 2, but got 1.', lines: [4, 6], file: '/app/Cart.Tests.ps1', line: 12 }],
  })
})
