import type { Rule } from '../model/rule.ts'

/** Test runners of Vim plug-ins. */
export const rules: readonly Rule[] = [
  {
    id: 'vim-test/failed',
    category: 'test',
    title: 'Vim script test failed: {test}',
    needles: ['Found errors in Test_', 'Caught exception in Test_', 'vim-test', ' FAILED'],
    pattern: /(?:Found errors|Caught exception) in (?<test>Test_\w{1,120})\(\)/,
    extent: { while: /^\s+(?:Run \d|function |command line|Caught|Flaky)/ },
    transient: 0.3,
    explanation: 'A test in the style of the tests of Vim itself recorded an error.',
    remedies: ['Read expected and actual below.'],
    examples: {
      match: [{ text: '\tFound errors in Test_cart_adds():', captures: { test: 'Test_cart_adds' } }],
      miss: ['Executing Test_cart_adds()'],
    },
  },
]
