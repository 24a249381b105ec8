import { describe, expect, test } from 'vitest'
import { matchJobs, printedJobName } from './job-names.ts'

const LONG = 'integration tests on a rather long matrix entry (ubuntu-24.04, node 22, postgres 16, redis 7)'

describe('files and jobs', () => {
  test.each([
    ['by name', ['lint', 'unit'], ['unit', 'lint'], [1, 0]],
    ['without characters that files may not have', ['build  test', 'a_b'], ['build / test', 'a:b'], [0, 1]],
    ['cut', [LONG.slice(0, 60)], ['lint', LONG], [1]],
    ['numbered where they repeat', ['test', 'test (1)', 'test (2)'], ['test', 'test', 'test'], [0, 1, 2]],
    ['a matrix is no repetition', ['test (2)', 'test (1)'], ['test (1)', 'test (2)'], [1, 0]],
    ['never evaluated', ['test (${{ matrix.os }}, 22)', 'lint'], ['test (ubuntu, 22)', 'lint'], [0, 1]],
    ['never evaluated in the API', ['deploy prod'], ['deploy ${{ inputs.where }}'], [0]],
    ['one job for one file', ['unit', 'unit'], ['unit'], [0, null]],
    ['unknown', ['other'], ['unit'], [null]],
    ['nothing but signs', ['…'], ['!'], [null]],
  ])('%s', (_, names, jobs, expected) => {
    expect(matchJobs(names, jobs)).toEqual(expected)
  })
})

test.each([
  ['2026-01-31T08:00:00.0000000Z Complete job name: build / unit (ubuntu, 22)\r\n', 'build / unit (ubuntu, 22)'],
  ['\ufeffComplete job name: lint\n', 'lint'],
  ['echo Complete job name: no\n', undefined],
  ['', undefined],
])('the printed job name in %j', (head, expected) => {
  expect(printedJobName(head)).toBe(expected)
})
