import type { Rule } from '../model/rule.ts'

/** The Test Anything Protocol. */
export const rules: readonly Rule[] = [
  {
    id: 'tap/not-ok',
    category: 'test',
    title: 'test failed: {test}',
    needles: ['not ok '],
    pattern:
      /^(?:##\[error\])?\s*not ok \d+ ?(?:- )?(?<test>(?![^\n]{0,300}# (?:TODO|SKIP|skip|todo))[^\n]{0,300}?)(?: # time=[\d.]+m?s)?(?: \{)?$/,
    extent: { while: /^\s*#|^\s+(?:---|\.\.\.|[\w-]+:|at |-)|^\s{4,}\S/ },
    transient: 0.12,
    explanation: 'A line of the Test Anything Protocol (Perl, bats, tap, node:test, pg_prove): this test did not pass.',
    remedies: ['Read the diagnostic below it, or the output just above.'],
    examples: {
      match: [{ text: 'not ok 7 - adds two items', captures: { test: 'adds two items' } }, { text: 'not ok 2 cart adds' }],
      miss: ['not ok 4 - later # TODO not written', 'ok 4 - adds'],
    },
  },
]
