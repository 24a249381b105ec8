import { describe, expect, test } from 'vitest'
import { reading } from '../reading.fixture.ts'

const T = 1_772_438_400
const start = (seconds: number, name: string, title = '') =>
  `\u001b[0Ksection_start:${T + seconds}:${name}\r\u001b[0K\u001b[0K\u001b[36;1m${title}\u001b[0;m`
const end = (seconds: number, name: string) => `\u001b[0Ksection_end:${T + seconds}:${name}\r\u001b[0K`
const command = (text: string) => `\u001b[32;1m$ ${text}\u001b[0;m`

const PREPARE = [
  '\u001b[0KRunning with gitlab-runner 17.5.0~pre.1 (598a7c91)\u001b[0;m',
  '\u001b[0K  on blue-3.runners-manager.gitlab.com/default zxwgkjAP\u001b[0;m',
  start(0, 'prepare_executor', 'Preparing the "docker+machine" executor'),
  '\u001b[0KUsing Docker executor with image node:24-slim ...\u001b[0;m',
  `${end(20, 'prepare_executor')}${start(20, 'get_sources', 'Getting source from Git repository')}`,
  'Checking out 2a6f3f0b as detached HEAD',
  `${end(25, 'get_sources')}${start(25, 'step_script', 'Executing "step_script" stage of the job script')}`,
]
const ENDING = [
  `${end(40, 'step_script')}${start(40, 'cleanup_file_variables', 'Cleaning up project directory')}`,
  end(41, 'cleanup_file_variables'),
]

describe('a job of GitLab', () => {
  const log = reading([
    ...PREPARE,
    command('npm ci'),
    'added 12 packages',
    command('npm test'),
    '1 failing',
    ...ENDING,
    '\u001b[31;1mERROR: Job failed: exit code 3',
    '\u001b[0;m',
  ])

  test("the runner's stages are steps; the failure is that of the script, not of the clean-up after it", () => {
    expect(log).toMatchObject({ format: 'gitlab', verdict: 'failed' })
    expect(log.outline('step', 'command')).toEqual([
      'step 3-5 20000ms prepare_executor',
      'step 5-7 5000ms get_sources',
      'step 7-12 FAILED exit 3 15000ms step_script',
      'command 8-9 npm ci',
      'command 10-12 FAILED exit 3 npm test',
      'step 12-13 1000ms cleanup_file_variables',
    ])
  })

  test('lines show titles, not markers', () => {
    expect(log.lines.slice(2, 8).map(line => line.text)).toEqual([
      'Preparing the "docker+machine" executor',
      'Using Docker executor with image node:24-slim ...',
      'Getting source from Git repository',
      'Checking out 2a6f3f0b as detached HEAD',
      'Executing "step_script" stage of the job script',
      '$ npm ci',
    ])
    expect(log.lines.some(line => line.echo)).toBe(false)
  })

  test('the machine', () => {
    expect(log.runner).toEqual({ image: 'node:24-slim', runnerVersion: '17.5.0~pre.1' })
  })

  test('that passed', () => {
    expect(reading([...PREPARE, command('npm test'), 'ok', ...ENDING, '\u001b[32;1mJob succeeded\u001b[0;m']).verdict).toBe(
      'passed',
    )
  })

  test.each([
    ['ERROR: Job failed (system failure): prepare environment: exit status 1.', 'failed'],
    ['ERROR: Job failed: execution took longer than 1h0m0s seconds', 'failed'],
    ['ERROR: Job failed: canceled', 'failed'],
  ])('%s', (text, verdict) => {
    expect(reading([...PREPARE, ...ENDING, `\u001b[31;1m${text}\u001b[0;m`]).verdict).toBe(verdict)
  })

  test('whose verdict stands on the line that ends its last section', () => {
    const ending = [ENDING[0] ?? '', `${ENDING[1]}\u001b[31;1mERROR: Job failed: exit code 1`, '\u001b[0;m']
    const failed = reading([...PREPARE, command('make'), ...ending])
    expect(failed.verdict).toBe('failed')
    expect(failed.outline('step').filter(step => step.includes('FAILED'))).toEqual(['step 7-9 FAILED exit 1 15000ms step_script'])
    expect(failed.lines.at(-2)?.text).toBe('ERROR: Job failed: exit code 1')
  })

  test('that failed before its script', () => {
    const failed = reading([
      ...PREPARE.slice(0, 4),
      end(20, 'prepare_executor'),
      'ERROR: Job failed (system failure): no such image',
    ])
    expect(failed.outline('step')).toEqual(['step 3-5 FAILED 20000ms prepare_executor'])
  })
})

test("a user's sections are groups within the step, collapsed or not, and may stay open", () => {
  const log = reading([
    ...PREPARE.slice(0, 1),
    start(0, 'step_script'),
    command('./build.sh'),
    start(1, 'compile[collapsed=true,hide_duration=true]', 'Compile'),
    'compiled',
    end(3, 'compile'),
    start(3, 'never_closed', 'Link'),
    'linked',
    end(9, 'step_script'),
    'Job succeeded',
  ])
  expect(log.outline('step', 'group', 'command')).toEqual([
    'step 2-9 9000ms step_script',
    'command 3-9 ./build.sh',
    'group 4-6 2000ms compile',
    'group 7-9 6000ms never_closed',
  ])
  expect(log.lines[3]?.text).toBe('Compile')
})

test('timestamps and streams before each line', () => {
  const log = reading([
    '2026-03-02T08:00:00.000001Z 00O Running with gitlab-runner 18.1.0 (0731d300)',
    `2026-03-02T08:00:01.000000Z 00O ${start(0, 'step_script', 'Executing')}`,
    `2026-03-02T08:00:01.500000Z 01O ${command('make')}`,
    '2026-03-02T08:00:02.500000Z 01E make: *** [all] Error 2',
    '2026-03-02T08:00:02.500000Z 0aE+ goes on',
    `2026-03-02T08:00:03.500000Z 00O ${end(2, 'step_script')}`,
    '2026-03-02T08:00:04.000000Z 00O ERROR: Job failed: exit status 2',
  ])
  expect(log.outline('step', 'command')).toEqual([
    'step 2-6 FAILED exit 2 2000ms step_script',
    'command 3-6 FAILED exit 2 2000ms make',
  ])
  expect(log.lines[3]).toMatchObject({ n: 4, text: 'make: *** [all] Error 2', timeMs: Date.parse('2026-03-02T08:00:02.500Z') })
  expect(log.lines[4]?.text).toBe(' goes on')
})
