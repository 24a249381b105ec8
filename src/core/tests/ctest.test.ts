import { expect, it } from 'vitest'
import { framework } from './ctest.ts'
import { textLines } from './lines/text-lines.ts'

it('reads progress and the final list', () => {
  const log = `
Test project /app/build
    Start 1: adds_tax
1/4 Test #1: adds_tax .........................***Failed    0.00 sec
2/4 Test #2: is_empty .........................   Passed    0.00 sec
3/4 Test #3: crash ............................***Exception: SegFault  0.12 sec
Could not find executable nowhere
4/4 Test #4: gone .............................***Not Run   0.00 sec

25% tests passed, 3 tests failed out of 4

The following tests FAILED:
	  1 - adds_tax (Failed)
	  3 - crash (SEGFAULT)
	  4 - gone (Not Run)
Errors while running CTest`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'ctest',
    total: 4,
    passed: 1,
    failed: 3,
    skipped: 0,
    failedTests: [
      { name: 'adds_tax', message: 'Failed' },
      { name: 'crash', message: 'Exception: SegFault' },
      { name: 'gone', message: 'Not Run' },
    ],
  })
})
