import { describe, expect, test } from 'vitest'
import { reading } from '../reading.fixture.ts'

describe('a pipeline', () => {
  const log = reading([
    'Started by user Ann',
    '[Pipeline] Start of Pipeline',
    '[Pipeline] node',
    'Running on agent-1 in /var/jenkins/workspace/web',
    '[Pipeline] {',
    '[Pipeline] stage',
    '[Pipeline] { (Build)',
    '[Pipeline] sh',
    '+ make all',
    'built',
    '[Pipeline] }',
    '[Pipeline] // stage',
    '[Pipeline] stage',
    '[Pipeline] { (Test)',
    '[Pipeline] stage',
    '[Pipeline] { (Unit)',
    '[Pipeline] sh',
    '+ make test',
    'make: *** [test] Error 2',
    '[Pipeline] }',
    '[Pipeline] // stage',
    '[Pipeline] }',
    '[Pipeline] // stage',
    '[Pipeline] stage',
    '[Pipeline] { (Deploy)',
    'Stage "Deploy" skipped due to earlier failure(s)',
    '[Pipeline] }',
    '[Pipeline] // stage',
    '[Pipeline] stage',
    '[Pipeline] { (Declarative: Post Actions)',
    '[Pipeline] sh',
    '+ ./notify',
    '[Pipeline] }',
    '[Pipeline] // stage',
    '[Pipeline] }',
    '[Pipeline] // node',
    '[Pipeline] End of Pipeline',
    'ERROR: script returned exit code 2',
    'Finished: FAILURE',
  ])

  test('stages nest; what is told at the end belongs to the stage that ran last and was no clean-up', () => {
    expect(log).toMatchObject({ format: 'jenkins', verdict: 'failed' })
    expect(log.outline('step', 'command')).toEqual([
      'step 7-11 Build',
      'command 9-11 make all',
      'step 14-22 Test',
      'step 16-20 FAILED exit 2 Unit',
      'command 18-20 FAILED exit 2 make test',
      'step 25-27 Deploy',
      'step 30-33 Declarative: Post Actions',
      'command 32-33 ./notify',
    ])
  })
})

describe('parallel branches', () => {
  const log = reading([
    'Started by timer',
    '[Pipeline] parallel',
    '[Pipeline] { (Branch: linux)',
    '[Pipeline] { (Branch: mac OS)',
    '[linux] + make test',
    '[mac OS] + make test',
    '[linux] ok',
    '[INFO] not a branch',
    '[mac OS] FAIL cart adds tax',
    '[Pipeline] }',
    'Failed in branch mac OS',
    '[Pipeline] }',
    '[Pipeline] // parallel',
    'ERROR: script returned exit code 1',
    'Finished: FAILURE',
  ])

  test('lines belong to the branch before them', () => {
    expect(log.lines.filter(line => line.branch).map(line => [line.n, line.branch, line.text])).toEqual([
      [5, 'linux', '+ make test'],
      [6, 'mac OS', '+ make test'],
      [7, 'linux', 'ok'],
      [9, 'mac OS', 'FAIL cart adds tax'],
    ])
    expect(log.lines[7]?.text).toBe('[INFO] not a branch')
  })

  test('the branch that failed is named', () => {
    expect(log.outline('step').filter(step => step.includes('FAILED'))).toEqual(['step 9-9 FAILED mac OS'])
  })
})

describe('a freestyle job', () => {
  test('its last command failed', () => {
    const log = reading([
      'Started by an SCM change',
      'Building remotely on agent-7 (linux) in workspace /builds/web',
      ' > git checkout -f 2c54f9930d # timeout=10',
      '[web] $ /bin/sh -xe /tmp/jenkins123.sh',
      '+ npm ci',
      'npm error code ERESOLVE',
      "Build step 'Execute shell' marked build as failure",
      'Archiving artifacts',
      'Finished: FAILURE',
    ])
    expect(log.outline('step', 'command')).toEqual(['command 3-4 git checkout -f 2c54f9930d', 'command 5-9 FAILED npm ci'])
    expect(log.verdict).toBe('failed')
  })

  test('commands of Windows', () => {
    const log = reading(['Started by user Ann', 'C:\\jenkins\\workspace\\web>npm test ', 'ok', 'Finished: SUCCESS'])
    expect(log.outline('command')).toEqual(['command 2-4 npm test'])
  })
})

test.each([
  ['Finished: SUCCESS', 'passed'],
  ['Finished: NOT_BUILT', 'passed'],
  ['Finished: FAILURE', 'failed'],
  ['Finished: UNSTABLE', 'failed'],
  ['Finished: ABORTED', 'failed'],
  ['Finished: in 3 s', null],
])('%s', (text, verdict) => {
  expect(reading(['Started by user Ann', text]).verdict).toBe(verdict)
})

describe('the timestamper plug-in', () => {
  test('with dates', () => {
    const log = reading([
      '[2026-03-02T08:00:00.000Z] Started by user Ann',
      '[2026-03-02T08:00:01.000Z] [Pipeline] { (Build)',
      '[2026-03-02T08:00:02.000Z] + make',
      '[2026-03-02T08:00:09.000Z] [Pipeline] }',
      '[2026-03-02T08:00:09.500Z] Finished: SUCCESS',
    ])
    expect(log.outline('step', 'command')).toEqual(['step 2-4 8000ms Build', 'command 3-4 7000ms make'])
    expect(log).toMatchObject({ format: 'jenkins', verdict: 'passed' })
  })

  test('with the time of day only', () => {
    const log = reading(['08:00:00  Started by user Ann', '08:00:01  + make', '23:59:59  Finished: FAILURE'])
    expect(log.lines.map(line => line.text)).toEqual(['Started by user Ann', '+ make', 'Finished: FAILURE'])
    expect(log).toMatchObject({ format: 'jenkins', verdict: 'failed' })
  })
})
