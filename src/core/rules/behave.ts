import type { Rule } from '../model/rule.ts'

/** behave. */
export const rules: readonly Rule[] = [
  {
    id: 'behave/failing-scenarios',
    category: 'test',
    title: 'behave or behat: scenarios failed',
    needles: ['Failing scenarios:', '--- Failed scenarios:'],
    pattern: /^(?:Failing scenarios:|--- Failed scenarios:)/,
    extent: { after: 1, while: /^\s+\S/ },
    transient: 0.12,
    explanation: 'Scenarios of a feature file failed; they are listed below.',
    remedies: ['Read the failing step of each above.'],
    examples: {
      match: [{ text: 'Failing scenarios:\n  features/cart.feature:12  Add an item' }],
      miss: ['3 scenarios passed, 0 failed, 0 skipped'],
    },
  },
]
