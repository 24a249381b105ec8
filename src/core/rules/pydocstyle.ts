import type { Rule } from '../model/rule.ts'

/** pydocstyle. */
export const rules: readonly Rule[] = [
  {
    id: 'pydocstyle/finding',
    category: 'lint',
    title: 'pydocstyle {code}: {message}',
    needles: [' D1', ' D2', ' D3', ' D4'],
    pattern: /^\s+(?<code>D[1-4]\d\d): (?<message>[^\n]{1,200})/,
    extent: { before: 1 },
    transient: 0.01,
    explanation: 'A docstring is missing or does not follow the convention.',
    remedies: ['Correct the docstring of the object named in the line before.'],
    examples: {
      match: [
        {
          text: 'src/cart.py:12 in public function `total`:\n        D103: Missing docstring in public function',
          captures: { code: 'D103' },
        },
      ],
      miss: ['D103 is ignored'],
    },
  },
]
