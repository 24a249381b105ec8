import type { Rule } from '../model/rule.ts'

/** Haskell’s test frameworks. */
export const rules: readonly Rule[] = [
  {
    id: 'hspec/failed',
    category: 'test',
    title: 'hspec or tasty: {test} failed',
    needles: ['To rerun use: --match "', ' FAIL', '*** Failed!', 'Test suite '],
    pattern:
      /To rerun use: --match "(?<test>[^"\n]{1,250})|^\s{2,40}(?<name>[^\s:][^\n:]{0,200}):\s{1,60}FAIL(?: \([\d.]+s\))?$|\*\*\* Failed! |^Test suite (?<suite>\S{1,100}): FAIL/,
    extent: { before: 2, while: /^\s{4,}\S/ },
    transient: 0.1,
    explanation: 'A Haskell test failed; the difference or counterexample stands next to its name.',
    remedies: ['Read the difference, and run with the match (hspec) or `-p` pattern (tasty) locally.'],
    examples: {
      match: [
        { text: '  To rerun use: --match "/Cart/adds two items/"' },
        { text: '      adds two items:   FAIL', captures: { name: 'adds two items' } },
      ],
      miss: ['      adds two items:   OK', 'Test suite cart: PASS'],
    },
  },
  {
    id: 'tasty/summary',
    category: 'test',
    role: 'summary',
    title: 'Haskell tests: {count}',
    needles: [' tests failed', ' test suites', 'Cases: '],
    pattern:
      /^(?<count>[1-9]\d* out of \d+ tests failed|0 of \d+ test suites[^\n]{0,60}|Cases: \d+ {2}Tried: \d+ {2}Errors: \d+ {2}Failures: [1-9]\d*)/,
    transient: 0.1,
    explanation: 'The count at the end of a Haskell test run.',
    remedies: ['Read the failures above it.'],
    examples: {
      match: [{ text: '3 out of 10 tests failed (1.20s)', captures: { count: '3 out of 10 tests failed' } }],
      miss: ['All 10 tests passed (1.20s)'],
    },
  },
]
