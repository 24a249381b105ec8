import { describe, expect, test } from 'vitest'
import { reading } from '../reading.fixture.ts'

const CLEAR = '\r\u001b[0K'
const timer = (id: string, seconds: number) =>
  `travis_time:end:${id}:start=1564581153423770825,finish=1564581156217294009,duration=${seconds}000000000${CLEAR}`

const HEAD = [
  `travis_fold:start:worker_info${CLEAR}\u001b[33;1mWorker information\u001b[0m`,
  'hostname: 8f5274e2',
  `travis_fold:end:worker_info${CLEAR}travis_fold:start:system_info${CLEAR}\u001b[33;1mBuild system information\u001b[0m\r`,
  'Description:\tUbuntu 16.04.6 LTS\r',
  `travis_fold:end:system_info${CLEAR}\r`,
]

describe('a job of Travis CI', () => {
  const log = reading([
    ...HEAD,
    `travis_fold:start:install${CLEAR}travis_time:start:1ac4d761${CLEAR}$ npm ci\r`,
    'added 12 packages\r',
    `${timer('1ac4d761', 68)}travis_fold:end:install${CLEAR}travis_time:start:07a8800c${CLEAR}$ npm run lint\r`,
    '3 problems\r',
    `\u001b[0m${timer('07a8800c', 33)}\u001b[31;1mThe command "npm run lint" exited with 1.\u001b[0m\r`,
    `travis_time:start:03560bd4${CLEAR}\u001b[33;1m$ npm test\u001b[0m\r`,
    'ok\r',
    `${timer('03560bd4', 5)}\u001b[32;1mThe command "npm test" exited with 0.\u001b[0m\r`,
    `travis_fold:start:cache.2${CLEAR}store build cache\r`,
    `travis_fold:end:cache.2${CLEAR}\r`,
    '\r',
    'Done. Your build exited with 1.\r',
  ])

  test('commands with their exit codes and times; folds', () => {
    expect(log).toMatchObject({ format: 'travis', verdict: 'failed' })
    expect(log.outline('command')).toEqual([
      'command 6-7 68000ms npm ci',
      'command 8-10 FAILED exit 1 33000ms npm run lint',
      'command 11-13 exit 0 5000ms npm test',
    ])
    expect(log.outline('group')).toEqual([
      'group 1-3 worker_info',
      'group 3-5 system_info',
      'group 6-8 install',
      'group 14-15 cache.2',
    ])
  })

  test('lines show what the terminal showed', () => {
    expect(log.lines.slice(5, 11).map(line => line.text)).toEqual([
      '$ npm ci',
      'added 12 packages',
      '$ npm run lint',
      '3 problems',
      'The command "npm run lint" exited with 1.',
      '$ npm test',
    ])
  })

  test('a command that passed is no error', () => {
    expect(log.lines.filter(line => line.mark === 'error').map(line => line.n)).toEqual([10, 17])
  })

  test('the machine', () => {
    expect(log.runner).toEqual({ os: 'Ubuntu 16.04.6 LTS' })
  })
})

test.each([
  ['Done. Your build exited with 0.', 'passed'],
  ['Done. Your build exited with 137.', 'failed'],
  ['Your build has been stopped.', 'failed'],
  ['The build has been terminated', 'failed'],
  ['The job exceeded the maximum log length, and has been terminated.', null],
])('%s', (text, verdict) => {
  expect(reading([...HEAD, '$ make', text]).verdict).toBe(verdict)
})

test('a command that failed while the job was prepared', () => {
  const log = reading([
    ...HEAD,
    '\u001b[33;1m$ sudo apt-get install foo\u001b[0m',
    'E: Unable to locate package foo',
    'The command "sudo apt-get install foo" failed and exited with 100 during .',
  ])
  expect(log.outline('command')).toEqual(['command 6-8 FAILED exit 100 sudo apt-get install foo'])
})

test('old workers, without folds', () => {
  const log = reading([
    'Using worker: worker-linux-3-1.bb.travis-ci.org:travis-linux-9',
    '$ git clone x',
    '$ ant test',
    'The command "ant test" exited with 1.',
    'Done. Your build exited with 1.',
  ])
  expect(log.format).toBe('travis')
  expect(log.outline('command')).toEqual(['command 2-2 git clone x', 'command 3-4 FAILED exit 1 ant test'])
})
