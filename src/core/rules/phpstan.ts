import type { Rule } from '../model/rule.ts'

/** PHPStan and Psalm. */
export const rules: readonly Rule[] = [
  {
    id: 'phpstan/finding',
    category: 'lint',
    title: 'PHPStan or Psalm: {file}',
    needles: ['  Line   ', '[ERROR] Found ', 'was not matched in reported errors', 'ERROR: '],
    pattern:
      /^\s*Line\s{2,}(?<file>\S{1,250}\.php)(?: \([^)\n]{1,100}\))?\s*$|^\s*\[ERROR\] Found [1-9]\d* errors?|was not matched in reported errors|^ERROR: (?<code>[A-Z]\w{3,60}) - (?<file2>[^\s:]{1,250}):(?<line>\d+)/,
    extent: { after: 1, while: /^\s+\S|^\s*-+/ },
    transient: 0.01,
    explanation: 'The static analysis of PHP has a finding; the line and message stand below the file name.',
    remedies: ['Correct the line, or update the baseline if an ignored error is gone.'],
    examples: {
      match: [
        { text: '  Line   src/Cart.php                                ', captures: { file: 'src/Cart.php' } },
        { text: 'ERROR: UndefinedClass - src/Cart.php:12:5 - Class Item does not exist', captures: { line: '12' } },
      ],
      miss: [' [OK] No errors'],
    },
  },
]
