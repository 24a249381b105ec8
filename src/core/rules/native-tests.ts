import type { Rule } from '../model/rule.ts'

/** The last words of C and C++ test frameworks. */
export const rules: readonly Rule[] = [
  {
    id: 'native-tests/summary',
    category: 'test',
    role: 'summary',
    title: 'the native tests have failures',
    needles: [
      'tests failed out of',
      'test failed out of',
      'FAILED TEST',
      'test cases: ',
      '[doctest]',
      '# FAIL: ',
      '# ERROR: ',
      'Errors while running CTest',
      'tests did not pass',
      'Totals: ',
    ],
    pattern:
      /\b\d{1,4}% tests passed, [1-9]\d* tests? failed out of|^\s*[1-9]\d* FAILED TESTS?$|^test cases: [^\n]{0,60}\| *[1-9]\d* failed|\[doctest\] test cases:[^\n]{0,60}\| +[1-9]\d* failed|^# (?:FAIL|ERROR): {1,3}[1-9]|Errors while running CTest|^Totals: \d+ passed, [1-9]\d* failed/,
    extent: { while: /^\s+\d+ - |^The following tests FAILED/ },
    transient: 0.15,
    explanation: 'The count at the end of a run of CTest, GoogleTest, Catch2, doctest, Qt Test or Automake.',
    remedies: ['Read the failures named around it.'],
    examples: {
      match: [{ text: '90% tests passed, 1 tests failed out of 10' }, { text: '# FAIL:  1' }],
      miss: ['100% tests passed, 0 tests failed out of 10', '# FAIL:  0'],
    },
  },
]
