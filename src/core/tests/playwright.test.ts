import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './playwright.ts'

it('takes the final lists as the last word', () => {
  const log = `
Running 4 tests using 2 workers
  ✘  1 [chromium] › a.spec.ts:7:5 › cart › adds tax (2s)

  1) [chromium] › a.spec.ts:7:5 › cart › adds tax ────────────────────────

    Error: expect(received).toBe(expected)

    Retry #1 ───────────────────────────────

  2) [firefox] › b.spec.ts:3:1 › is flaky ─────────────────────

    Error: once

  1 failed
    [chromium] › a.spec.ts:7:5 › cart › adds tax ─────────
  1 flaky
    [firefox] › b.spec.ts:3:1 › is flaky ──────
  1 skipped
  1 passed (5.2s)
##[error]  1 failed
    [chromium] › a.spec.ts:7:5 › cart › adds tax ─────────`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'playwright',
    total: 4,
    passed: 2,
    failed: 1,
    skipped: 1,
    failedTests: [
      {
        name: '[chromium] › a.spec.ts:7:5 › cart › adds tax',
        message: 'Error: expect(received).toBe(expected)',
        lines: [5, 9],
        file: 'a.spec.ts',
        line: 7,
      },
    ],
  })
})
