import type { Rule } from '../model/rule.ts'

/** Findings of linters in words that many of them share, where no tool of its own is known. */
export const rules: readonly Rule[] = [
  {
    id: 'lint-findings/unused',
    category: 'lint',
    title: 'Lint: {message}',
    needles: [
      'is not being used',
      'is defined but never used',
      'is assigned a value but never used',
      'is declared but its value is never read',
      'is declared but never used',
    ],
    pattern:
      /^(?:##\[error\])?(?=[^\n]{0,300}(?:[✖✗×]|\b[Ll]int|\berror\b|\w\.[a-z]{1,5}:\d))[^\n]{0,200}?(?<message>(?:[Vv]ariable |[Ii]mport |[Ff]unction )?['"$`]?(?<symbol>[\w$@/.-]{1,100})['"`]? is (?:not being used|(?:defined|declared) but never used|assigned a value but never used|declared but its value is never read))/,
    transient: 0.01,
    explanation: 'A linter found something that is declared and never used, and treats that as an error.',
    remedies: ['Delete what is unused, or use it.', 'Run the same linter locally with its option that mends what it can.'],
    examples: {
      match: [
        { text: '  12:3  ✖  Variable $cart-width is not being used', captures: { symbol: 'cart-width' } },
        { text: "src/cart.js:12: error 'total' is defined but never used", captures: { symbol: 'total' } },
      ],
      miss: ['The old cache is not being used', "warning 'total' is defined but never used"],
    },
  },
]
