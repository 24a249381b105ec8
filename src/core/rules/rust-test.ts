import type { Rule } from '../model/rule.ts'

/** `cargo test` and cargo-nextest. */
export const rules: readonly Rule[] = [
  {
    id: 'cargo-test/failed',
    category: 'test',
    title: 'cargo test: {test} failed',
    needles: [' ... FAILED', ' ... failed'],
    pattern: /^(?:[^\n]{0,60}?\s)?test (?<test>[^\n]{1,250}?) \.\.\. FAILED/,
    transient: 0.1,
    explanation: 'A test panicked or returned an error; its output follows under `---- name stdout ----`.',
    remedies: ['Read the panic of this test further down.', 'Run `cargo test <name> -- --nocapture` locally.'],
    examples: {
      match: [
        { text: 'test cart::adds_two ... FAILED', captures: { test: 'cart::adds_two' } },
        { text: 'test src/lib.rs - Cart (line 12) ... FAILED' },
      ],
      miss: ['test cart::adds_two ... ok'],
    },
  },
  {
    id: 'cargo-test/output',
    category: 'test',
    title: 'output of the failed test {test}',
    needles: ['---- '],
    pattern: /^---- (?<test>[^\n]{1,250}) stdout ----$/,
    extent: { after: 1, while: /^(?:thread '|note: |assertion |\s+\S|error|Error)/ },
    transient: 0.1,
    explanation: 'cargo prints what a failed test wrote, with the place and text of its panic.',
    remedies: ['Read the panic: it names file, line and the two values.'],
    examples: {
      match: [{ text: '---- cart::adds_two stdout ----', captures: { test: 'cart::adds_two' } }],
      miss: ['---- summary ----'],
    },
  },
  {
    id: 'nextest/failed',
    category: 'test',
    title: 'nextest: {test} failed',
    needles: [' FAIL [', 'TIMEOUT [', ' SIGABRT [', ' SIGSEGV ['],
    pattern:
      /^(?![^\n]{0,20}TRY \d)(?:[^\n]{0,30}?\s)?\s{0,40}(?<kind>FAIL|TIMEOUT|SIGABRT|SIGSEGV|SIGKILL|ABORT) \[\s*[\d.]+s\] (?:\(\s*\d+\/\d+\) )?(?<package>\S{1,150}) (?<test>\S{1,250})/,
    transient: 0.12,
    explanation: 'cargo-nextest names each test that failed, timed out or was killed by a signal.',
    remedies: ['Read its output after STDERR/STDOUT; run `cargo nextest run <name>` locally.'],
    examples: {
      match: [{ text: '        FAIL [   0.005s] acme-cart cart::adds_two', captures: { test: 'cart::adds_two' } }],
      miss: ['        PASS [   0.005s] acme-cart cart::adds_two', '  TRY 1 FAIL [   0.005s] acme-cart cart::adds'],
    },
  },
  {
    id: 'cargo-test/summary',
    category: 'test',
    role: 'summary',
    title: 'cargo test: {failed} failed',
    needles: ['test result: FAILED', 'error: test failed, to rerun pass', 'error: doctest failed'],
    pattern: /test result: FAILED\. \d+ passed; (?<failed>\d+) failed|error: (?:test|doctest|bench) failed, to rerun pass/,
    transient: 0.1,
    explanation: 'The count at the end of a test binary.',
    remedies: ['Read the failures above it.'],
    examples: {
      match: [
        { text: 'test result: FAILED. 9 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out', captures: { failed: '1' } },
      ],
      miss: ['test result: ok. 10 passed; 0 failed;'],
    },
  },
  {
    id: 'cargo-test/panic',
    category: 'test',
    title: 'Test {test} panicked at {file}:{line}',
    needles: ["' panicked at", ') panicked at'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?thread '(?<test>(?!rustc'|main'|[\w-]{0,60}(?:worker|rayon|tokio|thread|pool))[\w:$.-]{1,250})' (?:\(\d+\) )?panicked at (?:'(?<message>[^\n]{1,200}?)', )?(?<file>[\w./\\@+-]{1,200}):(?<line>\d{1,7})/,
    extent: { after: 3 },
    transient: 0.1,
    explanation:
      'A Rust test panics when an assertion does not hold or an unwrap finds nothing; the runner names the thread after the test.',
    remedies: [
      'Compare left and right in the lines below, at the file and line named.',
      'Run the test alone with `cargo test <name> -- --nocapture` and RUST_BACKTRACE=1.',
    ],
    examples: {
      match: [
        {
          text: "thread 'cart::tests::adds_two' panicked at src/cart.rs:12:5:",
          captures: { test: 'cart::tests::adds_two', file: 'src/cart.rs', line: '12' },
        },
      ],
      miss: ["thread 'main' panicked at src/main.rs:4:37:", 'note: test did not panic as expected'],
    },
  },
]
