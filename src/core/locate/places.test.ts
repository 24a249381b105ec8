import { describe, expect, test } from 'vitest'
import type { LogExtract } from '../model/case-file.ts'
import type { Section } from '../model/log.ts'
import type { Conclusion, Job } from '../model/run.ts'
import { atFailedStep, jobAt, stepAt as stepAtPlace } from './places.ts'

const section = (kind: Section['kind'], name: string, lines: Section['lines'], rest: Partial<Section> = {}): Section => ({
  kind,
  name,
  job: null,
  lines,
  ...rest,
})
const log = (sections: readonly Section[], job: string | null = 'unit'): LogExtract => ({
  name: 'log',
  job,
  format: 'github',
  size: { lines: 100, bytes: 1000 },
  runner: null,
  sections,
  matches: [],
  tests: [],
  lines: [],
  compared: false,
})
const job = (...steps: readonly (readonly [string, Conclusion])[]): Job => ({
  name: 'unit',
  steps: steps.map(([name, conclusion]) => ({ name, conclusion })),
})

const stepAt = (of: LogExtract, line: number, ran: Job | undefined) => stepAtPlace({ log: of, line }, ran)

describe('the step of a line', () => {
  const sections = [
    section('step', 'Set up job', [1, 9]),
    section('step', 'Run npm ci', [10, 19]),
    section('command', 'git version', [12, 13]),
    section('step', 'Run npm test', [20, 60], { failed: true }),
    section('step', 'Post job cleanup', [61, 70]),
  ]

  test('as its log calls it, where nothing else is known', () => {
    expect([5, 12, 30, 65].map(line => stepAt(log(sections), line, undefined))).toEqual([
      'Set up job',
      'Run npm ci',
      'Run npm test',
      'Post job cleanup',
    ])
  })

  test('as the workflow calls the one that failed', () => {
    const steps = job(['Set up job', 'success'], ['Install', 'success'], ['Unit tests', 'failure'], ['Post Install', 'success'])
    expect(stepAt(log(sections), 30, steps)).toBe('Unit tests')
    expect(stepAt(log(sections), 12, steps)).toBe('Run npm ci')
  })

  test('by its own name, where the workflow gives none', () => {
    expect(stepAt(log(sections), 30, job(['Run npm test', 'failure'], ['Notify', 'failure']))).toBe('Run npm test')
  })

  test('of several that failed, in their order', () => {
    const two = [section('step', 'Run a', [1, 9], { failed: true }), section('step', 'Run b', [10, 19], { failed: true })]
    const steps = job(['First', 'failure'], ['Second', 'failure'])
    expect([5, 15].map(line => stepAt(log(two), line, steps))).toEqual(['First', 'Second'])
    expect([5, 15].map(line => stepAt(log(two), line, job(['A', 'failure'], ['B', 'failure'], ['C', 'failure'])))).toEqual([
      'Run a',
      'Run b',
    ])
  })

  test('is the command, where a CI has no steps', () => {
    expect(stepAt(log([section('command', 'npm test', [1, 9])]), 3, undefined)).toBe('npm test')
  })

  test('is the only one that failed, where the log tells no order at all', () => {
    expect(stepAt(log([]), 3, job(['Build', 'success'], ['Unit tests', 'timed_out']))).toBe('Unit tests')
    expect(stepAt(log([]), 3, undefined)).toBeNull()
  })
})

test('a line that only echoes a failure belongs to the step that failed', () => {
  const sections = [section('step', 'step_script', [1, 9], { failed: true }), section('step', 'cleanup_file_variables', [10, 12])]
  expect(stepAtPlace(atFailedStep(log(sections), 12), undefined)).toBe('step_script')
  expect(atFailedStep(log([]), 12).line).toBe(12)
})

describe('the job of a line', () => {
  test('is that of its log', () => {
    expect(jobAt(log([section('step', 'Run a', [1, 9], { job: 'unit (printed)' })]), 3)).toBe('unit')
  })

  test('stands in the log', () => {
    expect(jobAt(log([section('step', 'Run a', [1, 9], { job: 'lint' })], null), 3)).toBe('lint')
    expect(jobAt(log([], null), 3)).toBeNull()
  })

  test('changes within a log of several jobs', () => {
    const several = log(
      [section('step', 'Run a', [1, 9], { job: 'build' }), section('step', 'Run b', [10, 19], { job: 'test' })],
      'build',
    )
    expect([5, 15, 50].map(line => jobAt(several, line))).toEqual(['build', 'test', 'build'])
  })
})
