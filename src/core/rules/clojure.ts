import type { Rule } from '../model/rule.ts'

/** Clojure’s tests. */
export const rules: readonly Rule[] = [
  {
    id: 'clojure-test/failed',
    category: 'test',
    title: 'clojure.test: {test} failed',
    needles: ['FAIL in (', 'ERROR in ('],
    pattern: /^(?:FAIL|ERROR) in \((?<test>[^)]{1,200})\) \((?<file>[^:)]{1,200}):(?<line>\d+)\)/,
    extent: { while: /^(?:\s+\S|expected:|actual:|\S.{0,200}$)/ },
    transient: 0.12,
    explanation: 'An `is` form was false, or threw.',
    remedies: ['Compare expected and actual below.'],
    examples: {
      match: [{ text: 'FAIL in (adds-two) (cart_test.clj:12)', captures: { test: 'adds-two', line: '12' } }],
      miss: ['0 failures, 0 errors.'],
    },
  },
  {
    id: 'clojure-test/summary',
    category: 'test',
    role: 'summary',
    title: 'clojure.test: {count}',
    needles: [' failures, '],
    pattern: /^(?<count>(?:[1-9]\d* failures, \d+ errors|0 failures, [1-9]\d* errors))\.$/,
    extent: { before: 1 },
    transient: 0.12,
    explanation: 'The count at the end of clojure.test.',
    remedies: ['Read the failures above it.'],
    examples: {
      match: [{ text: '1 failures, 0 errors.', captures: { count: '1 failures, 0 errors' } }],
      miss: ['0 failures, 0 errors.'],
    },
  },
]
