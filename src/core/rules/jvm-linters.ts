import type { Rule } from '../model/rule.ts'

/** The last words of linters of Java and Kotlin. */
export const rules: readonly Rule[] = [
  {
    id: 'jvm-lint/summary',
    category: 'lint',
    role: 'summary',
    title: '{count}',
    needles: [' violations', ' rule violation', 'bugs and ', 'Checkstyle violation', 'Lint found errors', 'Lint found '],
    pattern:
      /You have (?<count>[1-9]\d* (?:Checkstyle|PMD|CPD) (?:violations?|duplications?|errors?))|(?:Checkstyle|SpotBugs|PMD|FindBugs)? ?rule violations were found|failed with [1-9]\d* bugs? and \d+ errors|Lint found errors in the project|Lint found [1-9]\d* errors?/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'A static check of the build found too much.',
    remedies: ['Read the findings above, or the report that is named.'],
    examples: {
      match: [
        { text: '> Checkstyle rule violations were found. See the report at: file:///srv/cart/main.html' },
        { text: 'You have 3 Checkstyle violations.', captures: { count: '3 Checkstyle violations' } },
      ],
      miss: ['You have 0 Checkstyle violations.'],
    },
  },
]
