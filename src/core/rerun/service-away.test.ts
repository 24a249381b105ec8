import { expect, test } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import { failedInMasses, isServiceAway } from './service-away.ts'

const REFUSED = 'psycopg.OperationalError: connection to server at "127.0.0.1", port 5432 failed: Connection refused'
const caseOf = (...messages: readonly (string | undefined)[]) =>
  ({
    logs: [
      {
        tests: [{ failedTests: messages.map((message, i) => ({ name: `t${i}`, ...(message !== undefined && { message }) })) }],
        lines: [],
      },
    ],
    reports: [{ failedTests: messages.map((_, i) => ({ name: `t${i}` })) }],
  }) as unknown as CaseFile

test.each<[string, boolean, readonly (string | undefined)[]]>([
  ['many tests that cannot connect', true, [REFUSED, REFUSED, REFUSED, REFUSED]],
  ['most of them', true, [REFUSED, REFUSED, REFUSED, REFUSED, 'expected 1 to be 2']],
  ['other words for it', true, ['connect ECONNREFUSED ::1:6379', 'getaddrinfo EAI_AGAIN db', 'socket hang up', 'HTTP 503']],
  ['too few to tell', false, [REFUSED, REFUSED, REFUSED]],
  ['one among many', false, [REFUSED, 'expected 1 to be 2', 'expected 1 to be 2', 'expected 1 to be 2', 'expected 1 to be 2']],
  ['tests that found mistakes', false, Array.from({ length: 9 }, () => 'AssertionError: 404 is not 200')],
  ['nothing told', false, [undefined, undefined, undefined, undefined]],
  ['nothing failed', false, []],
])('%s: %s', (_, expected, messages) => {
  expect(isServiceAway(caseOf(...messages))).toBe(expected)
})

test('where tests say nothing, their log may', () => {
  const silent = caseOf(undefined, undefined, undefined, undefined)
  const lines = Array.from({ length: 4 }, (_, i) => ({ n: i + 1, text: `E ${REFUSED}`, score: 0 }))
  expect(isServiceAway({ ...silent, logs: silent.logs.map(log => ({ ...log, lines })) })).toBe(true)
})

test('tests that fail in masses', () => {
  const run = (total: number, failed: number) => failedInMasses({ job: 'e2e', conclusion: 'failure', tests: { total, failed } })
  expect([run(20, 6), run(20, 5), run(8, 4), run(8, 3), failedInMasses({ job: 'e2e', conclusion: 'failure' })]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ])
})
