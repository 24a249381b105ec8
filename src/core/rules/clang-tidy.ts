import type { Rule } from '../model/rule.ts'

/** clang-tidy, cpplint and cppcheck. */
export const rules: readonly Rule[] = [
  {
    id: 'clang-tidy/finding',
    category: 'lint',
    title: 'clang-tidy {code}: {message} ({file}:{line})',
    needles: [
      '-warnings-as-errors]',
      '  [whitespace/',
      '  [build/',
      '  [readability/',
      '  [runtime/',
      '  [legal/',
      '[nullPointer]',
      '[uninitvar]',
      '[memleak]',
      '[syntaxError]',
      '[arrayIndexOutOfBounds]',
    ],
    pattern:
      /(?:^|\s)(?<file>[^\s:()]{1,250}):(?<line>\d+):(?:\d+:)? {1,4}(?:error: )?(?<message>[^\n]{1,250}) \[(?<code>[\w.,-]{3,120},-warnings-as-errors|(?:whitespace|build|readability|runtime|legal)\/\w+|[a-z]+[A-Z]\w{2,40})\](?: \[\d\])?$/,
    extent: { while: /^\s+\S|^\d{0,7} {0,9}\|/ },
    transient: 0.01,
    explanation: 'A static check of C or C++ (clang-tidy, cpplint, cppcheck) has a finding that counts as an error.',
    remedies: ['Correct the line, or suppress it there with a reason (NOLINT).'],
    examples: {
      match: [
        { text: 'src/cart.cc:12:5: error: use nullptr [modernize-use-nullptr,-warnings-as-errors]', captures: { line: '12' } },
        { text: 'src/cart.cc:12:  Missing space after ,  [whitespace/comma] [3]' },
      ],
      miss: ['src/cart.cc:12:5: warning: use nullptr [modernize-use-nullptr]'],
    },
  },
]
