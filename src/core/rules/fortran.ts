import type { Rule } from '../model/rule.ts'

/** Fortran compilers. */
export const rules: readonly Rule[] = [
  {
    id: 'fortran/error',
    category: 'compile',
    title: 'Fortran: {message}',
    needles: ['Error: '],
    pattern:
      /^(?:Fatal )?Error: (?<message>[^\n]{1,200} at \(\d\)[^\n]{0,200}|Cannot open module file [^\n]{1,200}|Symbol '[^'\n]{1,80}' at [^\n]{1,100})/,
    extent: { before: 5 },
    transient: 0.01,
    explanation: 'gfortran shows the line and marks the place with (1) above the message.',
    remedies: ['Correct the line shown above; for a missing module file compile that module first.'],
    examples: {
      match: [{ text: "Error: Symbol 'total' at (1) has no IMPLICIT type" }],
      miss: ['Warning: Unused variable at (1)'],
    },
  },
]
