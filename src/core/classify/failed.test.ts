import { describe, expect, test } from 'vitest'
import { reading } from '../log/reading.fixture.ts'
import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { Conclusion } from '../model/run.ts'
import type { TestReport } from '../model/test-report.ts'
import { hasFailed } from './failed.ts'

/** A log of these lines, none of which any rule recognises. */
function log(lines: readonly string[], rest: Partial<LogExtract> = {}): LogExtract {
  const { format, verdict, sections, lines: read } = reading(lines)
  return {
    name: 'log',
    job: null,
    format,
    size: { lines: lines.length, bytes: lines.join('\n').length },
    runner: null,
    sections,
    ...(verdict ? { verdict } : {}),
    matches: [],
    tests: [],
    lines: read.map(({ n, text }) => ({ n, text, score: 0 })),
    compared: false,
    ...rest,
  }
}

const file = (parts: Partial<CaseFile>): CaseFile => ({
  schema: 'sherpa.case/1',
  source: { kind: 'file', name: 'log' },
  run: null,
  jobs: [],
  logs: [],
  reports: [],
  notes: [],
  ...parts,
})

const failed = (...lines: string[]) => hasFailed(file({ logs: [log(lines)] }), [])
const report = (failures: number): TestReport => ({
  framework: 'jest',
  total: 9,
  passed: 9 - failures,
  failed: failures,
  skipped: 0,
  failedTests: [],
})

describe('what the CI says of the run decides', () => {
  test.each<[Conclusion, boolean]>([
    ['success', false],
    ['skipped', false],
    ['neutral', false],
    ['failure', true],
    ['timed_out', true],
    ['cancelled', true],
    ['startup_failure', true],
  ])('%s', (conclusion, expected) => {
    const logs = [log(['error: everything is broken'])]
    expect(hasFailed(file({ run: { conclusion }, logs }), [])).toBe(expected)
    expect(
      hasFailed(
        file({
          jobs: [
            { name: 'a', conclusion: 'success' },
            { name: 'b', conclusion },
          ],
          logs,
        }),
        [],
      ),
    ).toBe(expected)
  })

  test('but failed tests of a report fail it all the same', () => {
    expect(hasFailed(file({ run: { conclusion: 'success' }, reports: [report(1)] }), [])).toBe(true)
    expect(hasFailed(file({ reports: [report(0)] }), [])).toBe(false)
  })
})

describe("the CI's words in the log come next", () => {
  test.each([
    ['Travis', ['travis_fold:start:a', 'error: tolerated', 'Done. Your build exited with 0.'], false],
    ['Travis', ['travis_fold:start:a', 'all fine', 'Done. Your build exited with 1.'], true],
    ['Jenkins', ['Started by timer', 'ERROR: tolerated', 'Finished: SUCCESS'], false],
    ['Jenkins', ['Started by timer', 'all fine', 'Finished: UNSTABLE'], true],
    ['GitLab', ['section_start:1:step_script', 'error: tolerated', 'Job succeeded'], false],
    ['GitLab', ['section_start:1:step_script', 'all fine', 'ERROR: Job failed: exit code 1'], true],
    ['GitHub', ['##[group]Run a', '##[endgroup]', 'error: tolerated', 'Cleaning up orphan processes'], false],
    [
      'GitHub',
      ['##[group]Run a', '##[endgroup]', '##[error]Process completed with exit code 1.', 'Cleaning up orphan processes'],
      true,
    ],
    ['GitHub, cut off', ['##[group]Run a', '##[endgroup]', '##[error]Process completed with exit code 1.'], true],
    ['CircleCI', ['all fine', 'Exited with code exit status 1'], true],
  ])('%s: %j', (_, lines, expected) => {
    expect(failed(...lines)).toBe(expected)
  })

  test('a container that complained before the job was over', () => {
    const docker = ['##[group]Run a/b@v1', '##[endgroup]', '##[command]/usr/bin/docker run x']
    const end = ['Post job cleanup.', ...Array.from({ length: 40 }, (_, i) => `clean ${i}`), 'Cleaning up orphan processes']
    expect(failed(...docker, 'fatal: detected dubious ownership', ...end)).toBe(true)
    expect(failed(...docker, 'all good', ...end)).toBe(false)
  })
})

describe('a log in which no CI speaks', () => {
  const long = Array.from({ length: 30 }, (_, i) => `compiling part ${i}`)

  test.each([
    ['an error at its end', [...long, 'cc1: fatal error: foo.h: not found']],
    ['a tool in its own words', [...long, 'Exporting failed.']],
    ['a cross', [...long, 'shutdown.py | ✖ Failed | 2 s']],
    ['an exception', [...long, 'java.lang.IllegalStateException: no port']],
    ['a few lines that complain', ['Required plugin isn’t there', "Required plugin Foo isn't installed."]],
  ])('failed: %s', (_, lines) => {
    expect(failed(...lines)).toBe(true)
  })

  test.each([
    ['nothing', []],
    ['blank lines', ['', '']],
    ['a greeting', ['hello']],
    ['a build without complaints', long],
    ['complaints long before the end', ['error: tolerated', ...long]],
    ['warnings', [...long, 'warning: unused variable', '3 warnings generated.']],
    ['counts of zero', [...long, 'errors: 0', '0 errors, 0 failures', 'Number of failures in tests: 0']],
    ['success in words', [...long, 'error: retrying', '[INFO] BUILD SUCCESS']],
    ['names of files', ['cc -Wall -c -o error.o error.c', './fail.sh']],
    ['names that sound bad', [...long, 'ok   error handler', '✓ fails on missing input']],
  ])('passed: %s', (_, lines) => {
    expect(failed(...lines)).toBe(false)
  })

  test('failed: tests say so', () => {
    expect(hasFailed(file({ logs: [log(long, { tests: [report(2)] })] }), [])).toBe(true)
  })

  test('failed: a symptom stands in it', () => {
    const symptom = {
      rule: 'make/error',
      category: 'config',
      role: 'symptom',
      title: '',
      lines: [1, 1],
      at: 1,
      text: '',
      captures: {},
      transient: 0,
      repeats: 0,
    } as const
    expect(hasFailed(file({ logs: [log(long, { matches: [symptom] })] }), [])).toBe(true)
  })
})

test('annotations of failures are failures where nothing else is known', () => {
  expect(
    hasFailed(file({ logs: [{ ...log(['The runner was lost']), format: 'annotations', size: { lines: 1, bytes: 0 } }] }), []),
  ).toBe(true)
})
