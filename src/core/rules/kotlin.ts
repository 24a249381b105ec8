import type { Rule } from '../model/rule.ts'

/** The Kotlin compiler. */
export const rules: readonly Rule[] = [
  {
    id: 'kotlin/error',
    category: 'compile',
    title: 'Kotlin: {message} ({file})',
    needles: ['e: file:', '.kt: (', '.kts: (', 'e: [k', 'e: warnings found', '.kt:', '.kts:'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?e: (?:(?:file:\/\/)?(?<file>[^\s:()]{1,300}\.kts?):? ?\(?(?<line>\d+)[:,] ?(?<column>\d+)\)?:? |\[k\w+\] |(?=warnings found))(?<message>[^\n]{1,300})|^\[ERROR\] (?<file2>\S{1,300}\.kt): \(\d+, \d+\) (?<message2>[^\n]{1,200})/,
    extent: { while: /^\s+\S/ },
    transient: 0.01,
    explanation: 'The Kotlin compiler (or kapt, KSP) rejects this place.',
    remedies: ['Correct the place named.'],
    examples: {
      match: [
        {
          text: 'e: file:///srv/cart/src/Cart.kt:12:5 Unresolved reference: total',
          captures: { file: '/srv/cart/src/Cart.kt', line: '12' },
        },
        { text: 'e: /srv/cart/Cart.kt: (12, 5): Unresolved reference: total' },
        { text: 'e: warnings found and -Werror specified' },
      ],
      miss: ['w: file:///srv/cart/src/Cart.kt:12:5 Parameter is never used'],
    },
  },
]
