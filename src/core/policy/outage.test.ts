import { expect, test } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { outageOf, type Redness, testsOf } from './outage.ts'

const calm: Redness = { failedJobs: 1, tests: { ran: 100, failed: 1 }, redWorkflows: [] }
const said = (given: Partial<Redness>, limits = DEFAULT_LIMITS.outage) => outageOf({ ...calm, ...given }, limits)
const names = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`)

test('few jobs, few tests, few workflows: none', () => {
  expect(said({})).toBeNull()
  expect(said({ failedJobs: 5, tests: { ran: 100, failed: 80 }, redWorkflows: names(5) })).toBeNull()
})

test.each<[Partial<Redness>, string]>([
  [{ failedJobs: 6 }, '6 jobs failed at once: something larger is wrong.'],
  [{ tests: { ran: 100, failed: 81 } }, '81 % of 100 tests failed at once: something larger is wrong.'],
  [{ redWorkflows: names(6) }, '6 workflows failed within an hour: something larger is wrong.'],
  [{ redWorkflows: null }, 'Which other workflows fail could not be asked, so something larger may be wrong.'],
])('%j', (given, text) => {
  expect(said(given)).toBe(text)
})

test('of a handful of tests all may fail', () => {
  expect(said({ tests: { ran: 19, failed: 19 } })).toBeNull()
  expect(said({ tests: { ran: 0, failed: 0 } })).toBeNull()
})

test('where it begins is a setting', () => {
  expect(said({ failedJobs: 3 }, { ...DEFAULT_LIMITS.outage, failedJobs: 2 })).not.toBeNull()
  expect(said({ tests: { ran: 100, failed: 60 } }, { ...DEFAULT_LIMITS.outage, failedTests: 0.5 })).not.toBeNull()
  expect(said({ redWorkflows: names(1) }, { ...DEFAULT_LIMITS.outage, redWorkflows: 0 })).not.toBeNull()
})

test('tests are those of all logs and reports, without the skipped ones', () => {
  const report = { framework: 'jest', total: 30, passed: 10, failed: 15, skipped: 5, failedTests: [] }
  const file = { logs: [{ tests: [report] }, { tests: [] }], reports: [{ ...report, passed: 5 }] } as unknown as CaseFile
  expect(testsOf(file)).toEqual({ ran: 45, failed: 30 })
})
