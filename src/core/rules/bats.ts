import type { Rule } from '../model/rule.ts'

/** Bats. */
export const rules: readonly Rule[] = [
  {
    id: 'bats/failed',
    category: 'test',
    title: 'bats: {file} line {line} failed',
    needles: ['(in test file ', '(from function `'],
    pattern: /^#? ?\((?:in test file|from function `\S{1,80}' in (?:test )?file) (?<file>[^\s,]{1,200}), line (?<line>\d+)/,
    extent: { before: 1, while: /^#| `/ },
    transient: 0.1,
    explanation: 'A command of a bats test returned an error; the line below quotes it.',
    remedies: ['Read the quoted command and its output below.'],
    examples: {
      match: [{ text: '# (in test file test/cart.bats, line 12)', captures: { file: 'test/cart.bats', line: '12' } }],
      miss: ['# Running cart.bats'],
    },
  },
]
