import type { Rule } from '../model/rule.ts'

/** The Scala compiler. */
export const rules: readonly Rule[] = [
  {
    id: 'scala/error',
    category: 'compile',
    title: 'Scala: {message} ({file})',
    needles: ['.scala:', '.sbt:', '.sc:', '[error] -- '],
    pattern:
      /^\[error\] (?:-- (?:\[E\d+\] )?(?<message2>[\w ]{1,60}?): )?(?<file>[^\s:]{1,300}\.(?:scala|java|sbt|sc)):(?<line>\d+):(?:\d+:?)? ?(?<message>[^\n]{0,300})/,
    extent: { while: /^\[error\] {2,}\S|^\[error\] {0,12}\d{0,7} {0,9}\|/ },
    transient: 0.01,
    explanation: 'The Scala compiler rejects this place (or a fatal warning).',
    remedies: ['Correct the place named.'],
    examples: {
      match: [
        {
          text: '[error] /srv/cart/Cart.scala:12:5: not found: value total',
          captures: { file: '/srv/cart/Cart.scala', line: '12', message: 'not found: value total' },
        },
        { text: '[error] -- [E006] Not Found Error: src/Cart.scala:12:5 -------' },
      ],
      miss: ['[warn] /srv/cart/Cart.scala:12:5: unused import'],
    },
  },
]
