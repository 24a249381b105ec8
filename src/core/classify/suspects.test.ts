import { expect, test } from 'vitest'
import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { Conclusion } from '../model/run.ts'
import { withoutPassed } from './suspects.ts'

const log = (job: string, verdict?: LogExtract['verdict']): LogExtract => ({
  name: job,
  job,
  format: 'plain',
  size: { lines: 1, bytes: 5 },
  runner: null,
  sections: [],
  ...(verdict ? { verdict } : {}),
  matches: [],
  tests: [],
  lines: [],
  compared: false,
})
const file = (logs: readonly LogExtract[], jobs: Readonly<Record<string, Conclusion>> = {}, failedTests = 0): CaseFile => ({
  schema: 'sherpa.case/1',
  source: { kind: 'directory', name: 'logs' },
  run: null,
  jobs: Object.entries(jobs).map(([name, conclusion]) => ({ name, conclusion })),
  logs,
  reports: [{ framework: 'junit-xml', total: 3, passed: 3 - failedTests, failed: failedTests, skipped: 0, failedTests: [] }],
  notes: [],
})
const left = (of: CaseFile) => withoutPassed(of).logs.map(({ job }) => job)

test('a log that says it passed is no suspect beside others', () => {
  expect(left(file([log('a', 'passed'), log('b', 'failed'), log('c')]))).toEqual(['b', 'c'])
})

test('the CI knows better than a log', () => {
  expect(left(file([log('a', 'passed'), log('b')], { a: 'failure', b: 'success' }))).toEqual(['a'])
})

test('logs that all passed stay where the CI must know of something else', () => {
  expect(left(file([log('a', 'passed')]))).toEqual(['a'])
  expect(left(file([log('a', 'passed')], {}, 2))).toEqual([])
})
