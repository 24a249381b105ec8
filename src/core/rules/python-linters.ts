import type { Rule } from '../model/rule.ts'

/** Flake8, Ruff, Pylint, pydocstyle, Bandit. */
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
  {
    id: 'bandit/issue',
    category: 'lint',
    title: 'Bandit {code}: {message}',
    needles: ['>> Issue: ['],
    pattern: /^>> Issue: \[(?<code>B\d{3}):(?<name>\w{1,80})\] (?<message>[^\n]{0,200})/,
    extent: { after: 5 },
    transient: 0.01,
    explanation: 'Bandit thinks this code is unsafe.',
    remedies: ['Correct the code, or mark it `# nosec <code>` with a reason.'],
    examples: {
      match: [{ text: '>> Issue: [B101:assert_used] Use of assert detected.', captures: { code: 'B101' } }],
      miss: ['Test results: No issues identified.'],
    },
  },
]
