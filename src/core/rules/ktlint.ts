import type { Rule } from '../model/rule.ts'

/** ktlint and detekt. */
export const rules: readonly Rule[] = [
  {
    id: 'ktlint/violation',
    category: 'lint',
    title: 'ktlint or Detekt: {message} ({file}:{line})',
    needles: ['.kt:', '.kts:', 'Analysis failed with', 'ktlint'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,250}\.kts?):(?<line>\d+):\d+:? (?<message>[^\n]{1,250}?)(?: \((?:[a-z]+:)?[a-z][a-z-]{2,60}\)| \[[A-Z]\w{2,60}\])$|Analysis failed with \d+ (?:weighted )?issues|KtLint found code style violations/,
    transient: 0.01,
    explanation: 'A Kotlin file breaks a rule of ktlint or Detekt.',
    remedies: ['Run `ktlint -F` (`./gradlew ktlintFormat`) or correct the line.'],
    examples: {
      match: [
        {
          text: '/srv/cart/Cart.kt:12:5: Unexpected blank line(s) before "}" (standard:no-blank-line-before-rbrace)',
          captures: { line: '12' },
        },
        { text: '/srv/cart/Cart.kt:12:5: Magic number [MagicNumber]' },
      ],
      miss: ['e: /srv/cart/Cart.kt: (12, 5): Unresolved reference'],
    },
  },
]
