import type { Rule } from '../model/rule.ts'

/** Boost.Test. */
export const rules: readonly Rule[] = [
  {
    id: 'boost-test/failed',
    category: 'test',
    title: 'Boost.Test: {test} failed',
    needles: ['error: in "', 'fatal error: in "', 'detected in the test module'],
    pattern:
      /(?:error|fatal error): in "(?<test>[^"\n]{1,200})": (?<message>[^\n]{1,250})|\*\*\* [1-9]\d* failures? (?:is|are) detected in the test module/,
    extent: { after: 1 },
    transient: 0.12,
    explanation: 'A check of Boost.Test failed.',
    remedies: ['Compare the values in brackets; run the binary with `--run_test=<name>`.'],
    examples: {
      match: [
        { text: 'cart_test.cpp(12): error: in "cart/adds": check 1 == 2 has failed [1 != 2]', captures: { test: 'cart/adds' } },
      ],
      miss: ['*** No errors detected'],
    },
  },
]
