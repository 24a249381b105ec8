import type { Rule } from '../model/rule.ts'

/** Black and isort. */
export const rules: readonly Rule[] = [
  {
    id: 'black/file',
    category: 'lint',
    title: 'Black or Ruff: {file} would be reformatted',
    needles: ['would reformat', 'would be reformatted', 'error: cannot format'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?[Ww]ould reformat:? (?<file>\S{1,250})|error: cannot format (?<file2>\S{1,250}): (?<message>[^\n]{1,150})|^(?:##\[error\])?\s*[1-9]\d* files? would be reformatted/,
    extent: { while: /^(?:would reformat|Would reformat|Oh no|\d+ files? would)/ },
    transient: 0.01,
    explanation: 'The formatter, in check mode, would change this file.',
    remedies: ['Run `black .` (or `ruff format`) with the version CI uses, and commit.'],
    examples: {
      match: [{ text: 'would reformat src/cart.py', captures: { file: 'src/cart.py' } }, { text: 'Would reformat: src/cart.py' }],
      miss: ['0 files would be reformatted', 'All done! ✨ 🍰 ✨'],
    },
  },
  {
    id: 'isort/file',
    category: 'lint',
    title: 'isort: the imports of {file} are not sorted',
    needles: ['Imports are incorrectly sorted'],
    pattern: /ERROR: (?<file>\S{1,250}) Imports are incorrectly sorted/,
    extent: { while: /^[-+@ ]|^ERROR: / },
    transient: 0.01,
    explanation: 'isort, in check mode, would reorder the imports.',
    remedies: ['Run `isort .` with the configuration of the project, and commit.'],
    examples: {
      match: [
        {
          text: 'ERROR: /srv/cart/cart.py Imports are incorrectly sorted and/or formatted.',
          captures: { file: '/srv/cart/cart.py' },
        },
      ],
      miss: ['Skipped 2 files'],
    },
  },
]
