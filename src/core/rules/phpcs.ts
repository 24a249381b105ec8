import type { Rule } from '../model/rule.ts'

/** PHP_CodeSniffer and PHP CS Fixer. */
export const rules: readonly Rule[] = [
  {
    id: 'phpcs/finding',
    category: 'lint',
    title: 'PHP_CodeSniffer: {message} (line {line})',
    needles: ['| ERROR ', 'that can be fixed in', 'FOUND '],
    pattern:
      /^\s*(?<line>\d+) \| ERROR {1,4}\| (?:\[[x ]\] )?(?<message>[^\n]{1,250})|^FOUND [1-9]\d* ERRORS? |^Found [1-9]\d* of \d+ files that can be fixed in/,
    extent: { while: /^\s+\|/ },
    transient: 0.01,
    explanation: 'The code does not follow the coding standard.',
    remedies: ['Run `phpcbf` or `php-cs-fixer fix`, and commit.'],
    examples: {
      match: [
        { text: ' 12 | ERROR | [x] Expected 1 space after closing brace', captures: { line: '12' } },
        { text: 'Found 3 of 10 files that can be fixed in 0.123 seconds' },
      ],
      miss: [' 12 | WARNING | Line exceeds 120 characters', 'Found 0 of 10 files that can be fixed in 0.1 seconds'],
    },
  },
]
