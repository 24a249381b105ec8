import { expect, it } from 'vitest'
import { framework } from './common-test.ts'
import { textLines } from './lines/text-lines.ts'

it('reads rebar3 and ct_run', () => {
  const log = `
%%% cart_SUITE ==> tax (group default): FAILED
%%% cart_SUITE ==> {{badmatch,false},
Failed 1 tests. Skipped 1 (1, 0) tests. Passed 2 tests.
- - - - - - - - - - - - - - - - - - - - - - - - - -
money_SUITE:rounds failed on line 12
Reason: {badmatch,false}
- - - - - - - - - - - - - - - - - - - - - - - - - -
Testing lib.money: TEST COMPLETE, 2 ok, 1 failed of 3 test cases`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'common-test',
    total: 7,
    passed: 4,
    failed: 2,
    skipped: 1,
    failedTests: [
      { name: 'cart_SUITE:tax', message: '{{badmatch,false},', lines: [2, 3] },
      { name: 'money_SUITE:rounds', message: 'Reason: {badmatch,false}', lines: [6, 7] },
    ],
  })
})
