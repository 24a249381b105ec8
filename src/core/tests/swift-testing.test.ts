import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './swift-testing.ts'

it('reads issues and verdicts', () => {
  const log = `
◇ Test run started.
✘ Test addsTax() recorded an issue at CartTests.swift:12:5: Expectation failed: (tax → 1) == 2
✘ Test addsTax() failed after 0.001 seconds with 1 issue.
✔ Test "is empty" passed after 0.001 seconds.
✘ Test run with 2 tests failed after 0.002 seconds with 1 issue.`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'swift-testing',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [
      { name: 'addsTax()', message: 'Expectation failed: (tax → 1) == 2', lines: [3, 3], file: 'CartTests.swift', line: 12 },
    ],
  })
})
