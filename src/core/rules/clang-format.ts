import type { Rule } from '../model/rule.ts'

/** clang-format. */
export const rules: readonly Rule[] = [
  {
    id: 'clang-format/file',
    category: 'lint',
    title: 'clang-format: {file} is not formatted',
    needles: ['clang-format-violations', 'clang-formatted', 'clang-format check failed'],
    pattern:
      /(?:^|\s)(?<file>[^\s:]{1,250}):(?<line>\d+):\d+: (?:error|warning): code should be clang-formatted|clang-format check failed/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'clang-format, in dry-run mode, would change this line.',
    remedies: ['Run `clang-format -i` with the version CI uses, and commit.'],
    examples: {
      match: [
        {
          text: 'src/cart.c:12:5: error: code should be clang-formatted [-Wclang-format-violations]',
          captures: { file: 'src/cart.c', line: '12' },
        },
      ],
      miss: ['clang-format version 17.0.6'],
    },
  },
]
