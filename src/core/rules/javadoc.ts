import type { Rule } from '../model/rule.ts'

/** Javadoc. */
export const rules: readonly Rule[] = [
  {
    id: 'javadoc/error',
    category: 'compile',
    title: 'Javadoc: {message}',
    needles: [
      'javadoc: error',
      'Error while generating Javadoc',
      'error: reference not found',
      'Javadoc generation failed',
      'error: unknown tag',
      'error: malformed HTML',
      'error: self-closing',
      'error: bad use of',
      'scaladoc',
    ],
    pattern:
      /javadoc: error - (?<message>[^\n]{1,200})|Error while generating Javadoc|error: (?:reference not found|unknown tag|malformed HTML|self-closing element|bad use of '>')|Javadoc generation failed/,
    extent: { after: 2 },
    transient: 0.02,
    explanation: 'A documentation comment is not valid for doclint.',
    remedies: ['Correct the comment named, or narrow the checks (-Xdoclint).'],
    examples: {
      match: [
        { text: 'src/Cart.java:12: error: reference not found' },
        { text: 'javadoc: error - invalid flag: -foo', captures: { message: 'invalid flag: -foo' } },
      ],
      miss: ['Generating Javadoc'],
    },
  },
]
