import { expect, it } from 'vitest'
import { framework } from './ava.ts'
import { textLines } from './lines/text-lines.ts'

it('reads titles, details and counts', () => {
  const log = `
  - [skip] later
  ✘ [fail]: adds tax
  ✔ is empty
  ✘ [fail]: boom Error thrown in test
  ─

  adds tax

  ava.mjs:2

   2: test('adds tax', t => t.is(1, 2))

  Difference (- actual, + expected):

  - 1
  + 2

  boom

  Error thrown in test:

  Error: boom
      at file:///app/ava.mjs:5:28

  ─

  2 tests failed
  1 test skipped`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'ava',
    total: 4,
    passed: 1,
    failed: 2,
    skipped: 1,
    failedTests: [
      { name: 'adds tax', message: 'Difference (- actual, + expected):\n- 1', lines: [8, 17], file: 'ava.mjs', line: 2 },
      { name: 'boom', message: 'Error thrown in test\nError: boom', lines: [19, 26], file: '/app/ava.mjs', line: 5 },
    ],
  })
})
