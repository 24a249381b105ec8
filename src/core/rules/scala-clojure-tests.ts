import type { Rule } from '../model/rule.ts'

/** ScalaTest, munit, specs2 under sbt; clojure.test. */
export const rules: readonly Rule[] = [
  {
    id: 'scalatest/failed',
    category: 'test',
    title: 'ScalaTest: {test} failed',
    needles: ['*** FAILED ***', '*** ABORTED ***'],
    pattern: /^(?:\[\w+\] )?\s*(?:- )?(?<test>[^\n*]{1,250}) \*\*\* (?:FAILED|ABORTED) \*\*\*/,
    extent: { while: /^(?:\[info\]|\[error\])? {3,}\S/ },
    transient: 0.12,
    explanation: 'A test failed; the reason and the place stand below it.',
    remedies: ['Read the reason below, and run `sbt "testOnly <Spec>"` locally.'],
    examples: {
      match: [{ text: '[info] - should add two items *** FAILED ***', captures: { test: 'should add two items' } }],
      miss: ['[info] *** 1 TEST FAILED ***'],
    },
  },
  {
    id: 'munit/failed',
    category: 'test',
    title: 'munit: {test} failed',
    needles: ['==> X '],
    pattern: /^(?:\[\w+\] )?==> X (?<test>\S{1,250})/,
    extent: { while: /^(?:\[\w+\] )? {4}\S|^\d+:|^\s+at / },
    transient: 0.12,
    explanation: 'A test of munit or of the JUnit interface of sbt failed.',
    remedies: ['Read the difference below.'],
    examples: {
      match: [
        {
          text: '==> X cart.CartSuite.adds  0.01s munit.ComparisonFailException: cart.scala:12',
          captures: { test: 'cart.CartSuite.adds' },
        },
      ],
      miss: ['==> i cart.CartSuite.skipped'],
    },
  },
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
