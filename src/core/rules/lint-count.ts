import type { Rule } from '../model/rule.ts'

/** The count with which linters of many kinds end. */
export const rules: readonly Rule[] = [
  {
    id: 'lint/count',
    category: 'lint',
    role: 'summary',
    title: 'the linter found {count}',
    needles: ['Found '],
    pattern:
      /^(?:##\[error\])?\s{0,8}Found (?<count>[1-9]\d{0,6} (?:errors?|issues?|problems?|violations?|warnings?))\.?(?: \([^\n)]{1,60}\))?$/,
    extent: { before: 2 },
    transient: 0.01,
    explanation: 'The count at the end of a linter (Ruff, Biome and others).',
    remedies: ['Read the findings above it.'],
    examples: {
      match: [{ text: 'Found 3 errors.', captures: { count: '3 errors' } }],
      miss: ['Found 0 errors.', 'Found 3 errors in 2 files (checked 10 source files)'],
    },
  },
]
