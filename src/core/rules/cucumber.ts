import type { Rule } from '../model/rule.ts'

/** Cucumber. */
export const rules: readonly Rule[] = [
  {
    id: 'cucumber/failed',
    category: 'test',
    title: 'Cucumber: {test} failed',
    needles: ['cucumber '],
    pattern:
      /^(?:##\[error\])?\s*cucumber (?:-p \S{1,60} )?(?<file>[^\s:]{1,200}\.feature):(?<line>\d+)(?: # (?<test>[^\n]{1,200}))?/,
    transient: 0.15,
    explanation: 'Cucumber lists each failed scenario with the command that runs it alone.',
    remedies: ['Read the failing step above, and run the command locally.'],
    examples: {
      match: [
        {
          text: 'cucumber features/cart.feature:12 # Scenario: Add an item',
          captures: { file: 'features/cart.feature', test: 'Scenario: Add an item' },
        },
      ],
      miss: ['$ bundle exec cucumber'],
    },
  },
]
