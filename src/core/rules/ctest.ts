import type { Rule } from '../model/rule.ts'

/** CTest. */
export const rules: readonly Rule[] = [
  {
    id: 'ctest/failed',
    category: 'test',
    title: 'CTest: {test} did not pass ({kind})',
    needles: [
      '(Failed)',
      '(Timeout)',
      '(SEGFAULT)',
      '(Not Run)',
      '(Subprocess aborted)',
      '(ILLEGAL)',
      '(Exception',
      '***Failed',
      '***Timeout',
      '***Exception',
      '***Not Run',
    ],
    pattern:
      /^\s*\d+ - (?<test>[^\n]{1,200}?) \((?<kind>Failed|Timeout|SEGFAULT|Not Run|Subprocess aborted|ILLEGAL|Exception[^)\n]{0,30}|OTHER_FAULT|NUMERICAL)\)|Test +#\d+: (?<test2>\S{1,200}) [. ]{0,80}\*\*\*(?<kind2>Failed|Timeout|Exception|Not Run)/,
    transient: 0.15,
    explanation: 'CTest ran a test program and it returned an error, crashed, timed out or was not built.',
    remedies: ['Read its output (`ctest --output-on-failure -R <name>`).'],
    examples: {
      match: [
        { text: '\t  3 - cart_test (Failed)', captures: { test: 'cart_test', kind: 'Failed' } },
        { text: ' 3/10 Test  #3: cart_test ........................***Failed    0.10 sec' },
      ],
      miss: [' 3/10 Test  #3: cart_test ........................   Passed    0.10 sec'],
    },
  },
]
