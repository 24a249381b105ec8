import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTime } from '../../../test/cpu-time.ts'
import { constantPart, fingerprint } from './fingerprint.ts'

describe('the same failure in another run', () => {
  test.each([
    [
      'line and column',
      "src/a.ts:12:7 - error TS2304: Cannot find name 'x'.",
      "src/a.ts:98:1 - error TS2304: Cannot find name 'x'.",
    ],
    [
      'line and column in brackets',
      "src/a.ts(12,7): error TS2304: Cannot find name 'x'.",
      "src/a.ts(13,17): error TS2304: Cannot find name 'x'.",
    ],
    ['durations', 'Timeout of 2000ms exceeded after 2.01 s', 'Timeout of 5000ms exceeded after 5.3 s'],
    ['times', 'at 2026-03-02T08:00:00.123Z the lock was held', 'at 2026-04-12T18:20:01Z the lock was held'],
    ['times of day', '[08:00:01] lost', '[23:59:59] lost'],
    ['temporary paths', "ENOENT: open '/tmp/jest-1a2b/cache'", "ENOENT: open '/tmp/xyz/0/other'"],
    [
      'temporary paths of macOS and Windows',
      'no /private/var/folders/ab/1/T/x.log',
      'no C:\\Users\\runneradmin\\AppData\\Local\\Temp\\y.log',
    ],
    [
      'commits',
      'fatal: reference is not a tree: 2a6f3f0bdeadbeef2a6f3f0bdeadbeef2a6f3f0b',
      'fatal: reference is not a tree: 99f3f0b1deadbeef2a6f3f0bdeadbeef2a6f3f0c',
    ],
    [
      'addresses and ids',
      'segfault at 0x7ffde12 in job 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      'segfault at 0x1 in job 9b2504e0-4f89-11d3-9a0c-0305e82c33ff',
    ],
    ['workspaces', 'cannot read /home/runner/work/web/web/src/a.c', 'cannot read /builds/acme/web/src/a.c'],
    ['numbers of workspaces', 'cannot read /var/jenkins/workspace/web@2/a.c', 'cannot read /var/jenkins/workspace/web/a.c'],
    ['counts', '12 tests failed', '3 tests failed'],
    ['ports', 'listen EADDRINUSE: address already in use :::49342', 'listen EADDRINUSE: address already in use :::50001'],
    ['the mark of the runner', '##[error]boom', 'boom'],
  ])('%s', (_, one, other) => {
    expect(fingerprint('rule', one)).toBe(fingerprint('rule', other))
  })
})

describe('another failure', () => {
  test.each([
    ['other names', "Cannot find module 'left-pad'", "Cannot find module 'right-pad'"],
    ['other files', 'src/a.ts:1:1 error', 'src/b.ts:1:1 error'],
    ["a compiler's code", 'error TS2304', 'error TS2322'],
    ['exit codes', 'Process completed with exit code 1.', 'Process completed with exit code 137.'],
    ['HTTP statuses', 'Response status code: 404', 'Response status code: 503'],
    ['HTTP statuses behind a protocol', 'HTTP/1.1 404', 'HTTP/1.1 500'],
    ['signals', 'killed by signal 9', 'killed by signal 11'],
    ['advisories', 'CVE-2024 in x', 'GHSA-2024 in x'],
  ])('%s', (_, one, other) => {
    expect(fingerprint('rule', one)).not.toBe(fingerprint('rule', other))
  })

  test('of another rule', () => {
    expect(fingerprint('a/b', 'boom')).not.toBe(fingerprint('a/c', 'boom'))
  })
})

test('names its version', () => {
  expect(fingerprint('rule', 'boom')).toMatch(/^v1:[\da-f]{14}$/)
})

test('numbers in a message never tell two runs apart', () => {
  const words = fc.stringMatching(/^[a-z]{3,8}$/).filter(word => !/^(?:code|errno|signal|status|exit|exited|http)$/.test(word))
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (parts, one, other) => {
      const say = (n: number) => parts.join(` ${n} `)
      expect(constantPart(say(one))).toBe(constantPart(say(other)))
    }),
  )
})

test('whatever the text, in linear time', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), text => void fingerprint('rule', text)))
  for (const line of ['1'.repeat(65_536), 'a/'.repeat(30_000), '/tmp/'.repeat(20_000), 'aB1'.repeat(20_000)]) {
    expect(cpuTime(() => fingerprint('rule', line))).toBeLessThan(50)
  }
})
