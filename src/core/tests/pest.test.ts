import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './pest.ts'

it('reads failures and totals', () => {
  const log = `
   FAIL  Tests\\Unit\\CartTest
  ⨯ it adds tax                                                        0.01s
  ✓ it is empty
  ──────────────────────────────────────────────────────────────────────────
   FAILED  Tests\\Unit\\CartTest > it adds tax
  Failed asserting that 1 is identical to 2.

  at tests/Unit/CartTest.php:4
      1▕ <?php

  Tests:    1 failed, 2 skipped, 1 passed (2 assertions)
  Duration: 0.10s`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'pest',
    total: 4,
    passed: 1,
    failed: 1,
    skipped: 2,
    failedTests: [
      {
        name: 'Tests\\Unit\\CartTest > it adds tax',
        message: 'Failed asserting that 1 is identical to 2.',
        lines: [6, 10],
        file: 'tests/Unit/CartTest.php',
        line: 4,
      },
    ],
  })
})
