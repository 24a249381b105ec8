import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import type { Job } from '../model/run.ts'
import { reportedFailures, runFailure, unreadFailures } from './untold.ts'

const file = (parts: Partial<CaseFile>): CaseFile => ({
  schema: 'sherpa.case/1',
  source: { kind: 'github', name: 'acme/web#7' },
  run: null,
  jobs: [],
  logs: [],
  reports: [],
  notes: [],
  ...parts,
})

const unit: Job = {
  name: 'unit',
  conclusion: 'failure',
  steps: [
    { name: 'Install', conclusion: 'success' },
    { name: 'Tests', conclusion: 'failure' },
  ],
}

describe('jobs whose logs could not be read', () => {
  test('are told with the step that failed, and no more confidence than that is worth', () => {
    expect(unreadFailures(file({ jobs: [unit, { name: 'lint', conclusion: 'success' }] }))).toEqual([
      {
        category: 'unknown',
        rule: null,
        title: 'job unit failed in step Tests',
        message: 'job unit failed in step Tests; its log was not read',
        job: 'unit',
        step: 'Tests',
        lines: null,
        captures: {},
        fingerprint: expect.stringMatching(/^v1:/),
        confidence: 0.1,
      },
    ])
  })

  test.each([
    ['timed_out', 'timeout', 'job unit ran out of time'],
    ['cancelled', 'cancelled', 'job unit was cancelled'],
    ['startup_failure', 'config', 'job unit could not be started'],
  ] as const)('%s', (conclusion, category, title) => {
    expect(unreadFailures(file({ jobs: [{ name: 'unit', conclusion }] }))).toMatchObject([{ category, title, step: null }])
  })

  test('a job whose log was read tells for itself, an empty log does not', () => {
    const log = {
      name: 'unit',
      job: 'unit',
      format: 'plain',
      size: { lines: 1, bytes: 5 },
      runner: null,
      sections: [],
      matches: [],
      tests: [],
      compared: false,
    } as const
    expect(unreadFailures(file({ jobs: [unit], logs: [{ ...log, lines: [{ n: 1, text: 'error', score: 0 }] }] }))).toEqual([])
    expect(unreadFailures(file({ jobs: [unit], logs: [{ ...log, lines: [] }] }))).toHaveLength(1)
  })
})

test('a run that did not even start', () => {
  expect(runFailure(file({ run: { conclusion: 'startup_failure' } }))).toMatchObject([
    { category: 'config', title: 'the run could not be started', job: null, lines: null },
  ])
  expect(runFailure(file({ run: { conclusion: 'success' } }))).toEqual([])
})

test('failed tests of a report', () => {
  const report = { framework: 'junit-xml', total: 3, passed: 1, failed: 2, skipped: 0 }
  const named = {
    ...report,
    failedTests: [{ name: 'cart › adds tax', message: 'expected 1', file: 'cart.test.ts', line: 7 }, { name: 'b' }],
  }
  expect(reportedFailures(file({ reports: [named, { ...report, failed: 0, failedTests: [] }] }))).toMatchObject([
    {
      category: 'test',
      title: '2 tests failed, first cart › adds tax',
      message: 'expected 1',
      lines: null,
      file: 'cart.test.ts',
      line: 7,
      captures: { test: 'cart › adds tax' },
    },
  ])
  expect(reportedFailures(file({ reports: [{ ...report, failedTests: [] }] }))).toMatchObject([
    { title: '2 tests failed', message: '2 of 3 tests failed' },
  ])
})
