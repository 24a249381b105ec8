import type { Rule } from '../model/rule.ts'

/** Ruff. */
export const rules: readonly Rule[] = [
  {
    id: 'ruff/finding',
    category: 'lint',
    title: 'Ruff {code}: {message}',
    needles: [' --> ', '[*] ', 'error: Failed to parse', 'error: Failed to lint', 'Expected a Jupyter Notebook'],
    pattern:
      /^(?<code>[A-Z]{1,5}\d{3,5}) (?:\[\*\] )?(?<message>[^\n]{1,250})$|^(?<file2>[^\s:]{1,250}\.ipynb):(?<line2>\d+):\d+: (?<message2>Expected a Jupyter Notebook[^\n]{0,200})|^error: Failed to (?:parse|lint) (?<file>[^\s:]{1,250}):?(?<line>\d+)?/,
    extent: { while: /^\s*(?:\d+ *)?[|=]|^\s*-->|^help: / },
    transient: 0.01,
    explanation: 'Ruff has a finding; the place stands below.',
    remedies: ['Correct the line, or run `ruff check --fix`.'],
    examples: {
      match: [
        { text: 'F401 [*] `os` imported but unused', captures: { code: 'F401' } },
        { text: 'error: Failed to parse src/cart.py:12:5: Expected an expression', captures: { file: 'src/cart.py' } },
      ],
      miss: ['All checks passed!'],
    },
  },
]
