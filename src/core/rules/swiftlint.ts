import type { Rule } from '../model/rule.ts'

/** SwiftLint. */
export const rules: readonly Rule[] = [
  {
    id: 'swiftlint/finding',
    category: 'lint',
    title: 'SwiftLint: {message} ({file}:{line})',
    needles: [' Violation: ', 'Done linting! Found'],
    pattern:
      /(?:^|\s)(?<file>[^\s:()]{1,250}\.swift):(?<line>\d+):(?:\d+:)? error: (?<message>[^\n]{1,200} Violation: [^\n]{1,200})|Done linting! Found \d+ violations?, [1-9]\d* serious/,
    transient: 0.01,
    explanation: 'A Swift file breaks a rule of SwiftLint that is set to error.',
    remedies: ['Correct the line, or run `swiftlint --fix`.'],
    examples: {
      match: [
        {
          text: '/srv/cart/Cart.swift:12:5: error: Line Length Violation: Line should be 120 characters or less (line_length)',
          captures: { line: '12' },
        },
      ],
      miss: ['/srv/cart/Cart.swift:12:5: warning: Todo Violation: TODOs should be resolved (todo)'],
    },
  },
]
