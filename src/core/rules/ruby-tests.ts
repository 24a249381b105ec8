import type { Rule } from '../model/rule.ts'

/** The last lines of RSpec, Minitest and test-unit. */
export const rules: readonly Rule[] = [
  {
    id: 'ruby-test/summary',
    category: 'test',
    role: 'summary',
    title: '{count}',
    needles: [' examples, ', ' example, ', ' runs, ', ' tests, ', ' scenario'],
    pattern:
      /^(?:##\[error\])?\s*(?<count>\d+ examples?, (?:[1-9]\d* failures?[^\n]{0,60}|0 failures, [^\n]{0,40}[1-9]\d* errors?)|\d+ (?:runs|tests), \d+ assertions, (?:[1-9]\d* failures, \d+ errors|0 failures, [1-9]\d* errors)[^\n]{0,60}|\d+ scenarios? \([^)\n]{0,60}failed[^)\n]{0,60}\))/,
    transient: 0.12,
    explanation: 'The count at the end of RSpec, hspec, Minitest, test-unit or Cucumber.',
    remedies: ['Read the failures named around it.'],
    examples: {
      match: [
        { text: '10 examples, 1 failure', captures: { count: '10 examples, 1 failure' } },
        { text: '10 runs, 20 assertions, 1 failures, 0 errors, 0 skips' },
      ],
      miss: ['10 examples, 0 failures', '10 runs, 20 assertions, 0 failures, 0 errors, 0 skips'],
    },
  },
]
