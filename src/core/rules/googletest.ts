import type { Rule } from '../model/rule.ts'

/** GoogleTest. */
export const rules: readonly Rule[] = [
  {
    id: 'gtest/failed',
    category: 'test',
    title: 'GoogleTest: {test} failed',
    needles: ['[  FAILED  ]'],
    pattern: /^(?:[^\n]{0,60}?\s)?\s{0,40}\[  FAILED  \] (?<test>(?!\d+ tests?)[^\s,]{1,250})/,
    transient: 0.15,
    explanation: 'A test of GoogleTest (or cmocka) failed; the assertion stands above the line, after `Failure`.',
    remedies: ['Read the assertion above, and run the binary with `--gtest_filter=<name>`.'],
    examples: {
      match: [{ text: '[  FAILED  ] CartTest.AddsTwo (0 ms)', captures: { test: 'CartTest.AddsTwo' } }],
      miss: ['[  PASSED  ] 10 tests.', '[  FAILED  ] 1 test, listed below:'],
    },
  },
  {
    id: 'gtest/assertion',
    category: 'test',
    title: 'GoogleTest: assertion failed at {file}:{line}',
    needles: [': Failure', '): error: Value of', '): error: Expected'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?<file>[^\s:()]{1,200}\.(?:cc|cpp|cxx|c|h|hpp|mm|cu))(?::(?<line>\d+): Failure$|\((?<line2>\d+)\): (?:error: (?:Value of|Expected)|Failure))/,
    extent: {
      while:
        /^(?:\s+\S|Value of|Expected|Actual|Which is|Expected equality|Failed|The difference|To be equal|Death test|Result|C\+\+ exception|\s*$)/,
    },
    transient: 0.12,
    explanation: 'The place and the values of the assertion that failed.',
    remedies: ['Compare the two values below.'],
    examples: {
      match: [{ text: '/srv/cart/cart_test.cc:12: Failure', captures: { file: '/srv/cart/cart_test.cc', line: '12' } }],
      miss: ['[ RUN      ] CartTest.AddsTwo'],
    },
  },
]
