import type { Rule } from '../model/rule.ts'

/** PMD and SpotBugs. */
export const rules: readonly Rule[] = [
  {
    id: 'pmd/violation',
    category: 'lint',
    title: 'PMD or SpotBugs: {message}',
    needles: ['PMD Failure: ', ' At ', 'Rule:', 'CPD Failure'],
    pattern:
      /(?:PMD|CPD) Failure: (?<message>[^\n]{1,250})|^\[ERROR\] (?:High|Medium|Low): (?<bug>[^\n]{1,250}) At \w+\.java:\[lines? (?<line>\d+)/,
    transient: 0.01,
    explanation: 'The static analysis of the build has a finding.',
    remedies: ['Correct the line, or suppress the rule there with a reason.'],
    examples: {
      match: [
        { text: '[WARNING] PMD Failure: com.acme.Cart:12 Rule:UnusedPrivateField Priority:3 Avoid unused private fields.' },
        {
          text: '[ERROR] High: Null pointer dereference [com.acme.Cart] At Cart.java:[line 12] NP_ALWAYS_NULL',
          captures: { line: '12' },
        },
      ],
      miss: ['[INFO] PMD version: 6.55.0'],
    },
  },
]
