import type { Rule } from '../model/rule.ts'

/** Qt Test. */
export const rules: readonly Rule[] = [
  {
    id: 'qtest/failed',
    category: 'test',
    title: 'Qt Test: {test} failed',
    needles: ['FAIL!  : '],
    pattern: /^FAIL! {1,3}: (?<test>[^\s(]{1,200}\([^)]{0,100}\)) (?<message>[^\n]{1,250})/,
    extent: { while: /^\s+\S/ },
    transient: 0.12,
    explanation: 'A comparison or check of Qt Test failed.',
    remedies: ['Compare Actual and Expected below.'],
    examples: {
      match: [{ text: 'FAIL!  : TestCart::adds() Compared values are not the same', captures: { test: 'TestCart::adds()' } }],
      miss: ['PASS   : TestCart::adds()'],
    },
  },
]
