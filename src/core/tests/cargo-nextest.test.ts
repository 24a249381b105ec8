import { expect, it } from 'vitest'
import { framework } from './cargo-nextest.ts'
import { textLines } from './lines/text-lines.ts'

it('forgets flaky tests', () => {
  const log = `
    Starting 4 tests across 2 binaries
        PASS [   0.005s] cart tests::is_empty
        FAIL [   0.006s] (2/4) cart tests::adds_tax
──── STDERR:             cart tests::adds_tax

thread 'tests::adds_tax' panicked at src/lib.rs:6:26:
no tax

  TRY 1 FAIL [   0.005s] cart tests::net
   FLAKY 2/3 [   0.004s] cart tests::net
     TIMEOUT [  60.001s] cart tests::slow
────────────
     Summary [  60.1s] 4 tests run: 2 passed (1 flaky), 1 failed, 1 timed out, 3 skipped
        FAIL [   0.006s] (2/4) cart tests::adds_tax
     TIMEOUT [  60.001s] cart tests::slow`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'cargo-nextest',
    total: 7,
    passed: 2,
    failed: 2,
    skipped: 3,
    failedTests: [
      { name: 'cart tests::adds_tax', message: 'no tax', lines: [5, 8], file: 'src/lib.rs', line: 6 },
      { name: 'cart tests::slow', message: 'TIMEOUT' },
    ],
  })
})
