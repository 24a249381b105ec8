import { expect, it } from 'vitest'
import { framework } from './cargo-test.ts'
import { textLines } from './lines/text-lines.ts'

it('adds up unit tests and doc tests', () => {
  const log = `
running 3 tests
test tests::is_empty ... ok
test tests::later ... ignored
test tests::adds_tax ... FAILED

failures:

---- tests::adds_tax stdout ----

thread 'tests::adds_tax' (123) panicked at src/lib.rs:6:26:
assertion \`left == right\` failed
  left: 1
 right: 2
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace


failures:
    tests::adds_tax

test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s

running 1 test
test src/lib.rs - f (line 1) ... ok

test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'cargo-test',
    total: 4,
    passed: 2,
    failed: 1,
    skipped: 1,
    failedTests: [
      {
        name: 'tests::adds_tax',
        message: 'assertion `left == right` failed\nleft: 1',
        lines: [9, 15],
        file: 'src/lib.rs',
        line: 6,
      },
    ],
  })
})

it('reads panics of Rust before 1.73', () => {
  const log = `
---- tests::adds_tax stdout ----
thread 'tests::adds_tax' panicked at 'assertion failed: no', src/lib.rs:6:26

test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'cargo-test',
    total: 1,
    passed: 0,
    failed: 1,
    skipped: 0,
    failedTests: [
      { name: 'tests::adds_tax', message: "'assertion failed: no', src/lib.rs:6:26", lines: [2, 3], file: 'src/lib.rs', line: 6 },
    ],
  })
})
