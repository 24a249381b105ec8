import type { Rule } from '../model/rule.ts'

/** ScalaTest and MUnit. */
export const rules: readonly Rule[] = [
  {
    id: 'scalatest/failed',
    category: 'test',
    title: 'ScalaTest: {test} failed',
    needles: ['*** FAILED ***', '*** ABORTED ***'],
    pattern: /^(?:\[\w+\] )?\s{0,40}(?:- )?(?<test>[^\s*][^\n*]{0,250}) \*\*\* (?:FAILED|ABORTED) \*\*\*/,
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
]
