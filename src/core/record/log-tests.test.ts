import { expect, test } from 'vitest'
import type { TestReport } from '../model/test-report.ts'
import { testsOfLog } from './log-tests.ts'

const report = (given: Partial<TestReport>): TestReport => ({
  framework: 'jest',
  total: 0,
  passed: 0,
  failed: 0,
  skipped: 0,
  failedTests: [],
  ...given,
})

test('a log names what failed, and counts the rest', () => {
  const jest = report({
    total: 10,
    passed: 7,
    failed: 1,
    skipped: 2,
    failedTests: [{ name: 'adds', message: 'Expected: 3', line: 9 }],
  })
  const pytest = report({ total: 5, passed: 3, failed: 2, failedTests: [{ name: 'test_a' }, { name: 'test_a' }] })
  expect(testsOfLog([jest, pytest])).toEqual({
    tests: [
      { name: 'adds', outcome: 'failed', message: 'Expected: 3' },
      { name: 'test_a', outcome: 'failed' },
    ],
    testCounts: { total: 15, failed: 3, skipped: 2 },
  })
})

test('where all passed none is named', () => {
  expect(testsOfLog([report({ total: 3, passed: 3 })])).toEqual({ tests: [], testCounts: { total: 3, failed: 0, skipped: 0 } })
})

test('a log without tests tells nothing of them', () => {
  expect(testsOfLog([])).toEqual({})
})
