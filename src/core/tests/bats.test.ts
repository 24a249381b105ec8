import { expect, it } from 'vitest'
import { framework } from './bats.ts'
import { textLines } from './lines/text-lines.ts'

it('reads the pretty formatter', () => {
  const log = `
 ✓ is empty
 ✗ adds tax
   (in test file cart.bats, line 5)
     \`[ 1 -eq 2 ]' failed
 - later (skipped)

3 tests, 1 failure, 1 skipped`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'bats',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [{ name: 'adds tax', message: "`[ 1 -eq 2 ]' failed", lines: [3, 5], file: 'cart.bats', line: 5 }],
  })
})
