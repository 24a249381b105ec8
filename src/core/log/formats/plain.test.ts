import { describe, expect, test } from 'vitest'
import { reading } from '../reading.fixture.ts'

describe("a shell's trace", () => {
  test('tells commands', () => {
    expect(reading(['+ make all', 'built', '++ date', '$ npm test', '1 failing']).outline('command')).toEqual([
      'command 1-2 make all',
      'command 3-3 date',
      'command 4-5 npm test',
    ])
  })

  test('is not a diff', () => {
    const log = reading(['- Expected', '+ Received', '', '  Object {', '-   a: 1', '+   a: 2', '  }', '+ after alone'])
    expect(log.outline('command')).toEqual(['command 8-8 after alone'])
  })

  test('of a loop is bounded', () => {
    const log = reading(Array.from({ length: 20_000 }, (_, i) => `+ echo ${i}`))
    const commands = log.outline('command')
    expect(commands.length).toBeLessThanOrEqual(3000)
    expect(commands.at(-1)).toBe('command 20000-20000 echo 19999')
  })
})

describe('CIs without a format of their own', () => {
  test('CircleCI', () => {
    const log = reading([
      '#!/bin/bash -eo pipefail',
      'npm test',
      '1 failing',
      'Exited with code exit status 1',
      'CircleCI received exit code 1',
    ])
    expect(log).toMatchObject({ format: 'plain', verdict: 'failed' })
  })

  test('Buildkite: headings are steps, times stand in escape sequences', () => {
    const at = (ms: number, text: string) => `\u001b_bk;t=${1_772_438_400_000 + ms}\u0007${text}`
    const log = reading([
      at(0, '~~~ Preparing working directory'),
      at(10, '$ cd /var/lib/buildkite-agent'),
      at(500, '+++ :npm: Tests'),
      at(900, '$ npm test'),
      at(4000, '🚨 Error: The command exited with status 3'),
      at(4100, 'user command error: exit status 3'),
    ])
    expect(log.outline('step', 'command')).toEqual([
      'step 1-2 500ms Preparing working directory',
      'command 2-2 490ms cd /var/lib/buildkite-agent',
      'step 3-6 FAILED exit 3 3600ms :npm: Tests',
      'command 4-5 FAILED exit 3 3100ms npm test',
    ])
    expect(log.verdict).toBe('failed')
  })

  test('signs at the beginning of a line are no headings elsewhere', () => {
    expect(reading(['--- a/file.js', '+++ b/file.js', '--- FAIL: TestCart (0.00s)']).outline('step')).toEqual([])
  })

  test('AWS CodeBuild', () => {
    const log = reading([
      '[Container] 2026/03/02 08:00:00.123456 Entering phase BUILD',
      '[Container] 2026/03/02 08:00:01.123456 Running command npm test',
      '1 failing',
      '[Container] 2026/03/02 08:00:05.123456 Command did not exit successfully npm test exit status 1',
      '[Container] 2026/03/02 08:00:05.223456 Phase complete: BUILD State: FAILED',
    ])
    expect(log.outline('step', 'command')).toEqual([
      'step 1-5 FAILED exit 1 5000ms BUILD',
      'command 2-4 FAILED exit 1 4000ms npm test',
    ])
    expect(log.verdict).toBe('failed')
  })

  test('Buildbot', () => {
    const log = reading([
      "========= Started 'make test' failed (results: 2, elapsed: 3 secs) (at 2026-03-02 08:00:00.1) =========",
      'program finished with exit code 2',
      "========= Finished 'make test' failed (results: 2, elapsed: 3 secs) (at 2026-03-02 08:00:03.1) =========",
    ])
    expect(log.outline('step')).toEqual(["step 1-3 FAILED exit 2 'make test'"])
    expect(log.verdict).toBe('failed')
  })

  test.each([
    ['Drone, Bitbucket and Woodpecker trace their commands', ['+ go test ./...', '--- FAIL: TestCart (0.00s)'], null],
    ['Cirrus CI', ['npm test', 'Exit status: 1'], 'failed'],
    ['AppVeyor', ['npm test', 'Command exited with code 1'], 'failed'],
    ['TeamCity', ['npm test', 'Process exited with code 1 (Step: Tests (Command Line))'], 'failed'],
    ['Google Cloud Build', ['ERROR: build step 0 "node" failed: step exited with non-zero status: 1'], 'failed'],
    ['a step that passed is no verdict on the job', ['Exit status: 0'], null],
    ['GNU time', ['\tExit status: 1'], null],
  ])('%s', (_, lines, verdict) => {
    expect(reading(lines)).toMatchObject({ format: 'plain', verdict })
  })
})

test('cyan text of a program is not echoed script', () => {
  expect(reading(['\u001b[36;1merror: broken\u001b[0m']).lines).toEqual([{ n: 1, text: 'error: broken' }])
})

test('a log with timestamps alone is plain', () => {
  const log = reading(['2026-03-02T08:00:00.123Z started', '2026-03-02T08:00:01.123Z stopped'])
  expect(log).toMatchObject({ format: 'plain', runner: null, verdict: null })
})
