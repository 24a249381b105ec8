import { expect, it } from 'vitest'
import { framework } from './ginkgo.ts'
import { textLines } from './lines/text-lines.ts'

it('reads the summary of failures', () => {
  const log = `
• [FAILED] [0.001 seconds]
Cart [It] adds tax
/app/cart_test.go:10

Summarizing 2 Failures:
  [FAIL] Cart [It] adds tax
  /app/cart_test.go:10
  [PANICKED!] Cart [BeforeEach] with db is empty
  /app/cart_test.go:20

Ran 3 of 4 Specs in 0.001 seconds
FAIL! -- 1 Passed | 2 Failed | 0 Pending | 1 Skipped`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'ginkgo',
    total: 4,
    passed: 1,
    failed: 2,
    skipped: 1,
    failedTests: [
      { name: 'Cart adds tax', lines: [7, 8], file: '/app/cart_test.go', line: 10 },
      { name: 'Cart [BeforeEach] with db is empty', lines: [9, 10], file: '/app/cart_test.go', line: 20 },
    ],
  })
})
