import type { Rule } from '../model/rule.ts'

/** Pyright. */
export const rules: readonly Rule[] = [
  {
    id: 'pyright/error',
    category: 'compile',
    title: 'pyright: {message} ({file}:{line})',
    needles: [' - error: '],
    pattern: /^\s*(?<file>[^\s:]{1,250}\.(?:pyi?|ipynb)):(?<line>\d+):\d+ - error: (?<message>[^\n]{1,300})/,
    extent: { while: /^\s{4,}\S/ },
    transient: 0.02,
    explanation: 'The type checker finds that a value does not fit the type declared, or an import is missing.',
    remedies: ['Correct the code or the annotation; install missing packages in the environment pyright uses.'],
    examples: {
      match: [
        {
          text: '  /srv/cart/cart.py:12:5 - error: Import "acme" could not be resolved (reportMissingImports)',
          captures: { line: '12' },
        },
      ],
      miss: ['0 errors, 2 warnings, 0 informations'],
    },
  },
]
