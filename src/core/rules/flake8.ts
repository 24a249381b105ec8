import type { Rule } from '../model/rule.ts'

/** Flake8, pycodestyle and Pylint. */
export const rules: readonly Rule[] = [
  {
    id: 'flake8/finding',
    category: 'lint',
    title: 'Python lint {code}: {message} ({file}:{line})',
    needles: ['.py:', '.pyi:', '.ipynb:'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,250}\.(?:pyi?|ipynb)):(?:cell \d+:)?(?<line>\d+):(?<column>\d+):? (?<code>[A-Z]{1,5}\d{2,5})\b:? (?<message>[^\n]{1,250})/,
    transient: 0.01,
    explanation: 'A linter (Flake8, Ruff, Pylint, pycodestyle) has a finding; the code names its rule.',
    remedies: ['Correct the line; `ruff check --fix` does many.', 'A new release of a linter brings new rules: pin it.'],
    examples: {
      match: [
        {
          text: './src/cart.py:12:80: E501 line too long (88 > 79 characters)',
          captures: { file: './src/cart.py', line: '12', code: 'E501' },
        },
        { text: 'src/cart.py:12:0: C0114: Missing module docstring (missing-module-docstring)' },
      ],
      miss: ['src/cart.py:12: DeprecationWarning: x'],
    },
  },
]
