import type { Rule } from '../model/rule.ts'

/** Catch2 and doctest. */
export const rules: readonly Rule[] = [
  {
    id: 'catch2/failed',
    category: 'test',
    title: 'Catch2 or doctest: assertion failed at {file}:{line}',
    needles: [': FAILED:', 'FAILED: ', 'is NOT correct!', ': ERROR: test case THREW', 'FATAL ERROR: REQUIRE'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?<file>[^\s:()]{1,200}\.(?:cc|cpp|cxx|h|hpp|mm|cu))[:(](?<line>\d+)\)?: (?:FAILED:|FAILED: |(?:FATAL )?ERROR: (?:CHECK|REQUIRE|WARN|test case THREW))/,
    extent: { while: /^\s+\S|^(?:with expansion|due to|explicitly with|values:|  )/ },
    transient: 0.1,
    explanation: 'An assertion did not hold; the expression and its values stand below.',
    remedies: ['Compare the values in the expansion below.'],
    examples: {
      match: [
        { text: 'tests/cart.cpp:12: FAILED:', captures: { file: 'tests/cart.cpp', line: '12' } },
        { text: 'tests/cart.cpp:12: ERROR: CHECK( a == b ) is NOT correct!' },
      ],
      miss: ['All tests passed (12 assertions in 3 test cases)'],
    },
  },
]
