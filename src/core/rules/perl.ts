import type { Rule } from '../model/rule.ts'

/** Perl: compile errors. */
export const rules: readonly Rule[] = [
  {
    id: 'perl/compile',
    category: 'compile',
    title: 'Perl: {message}',
    needles: [
      'Global symbol "',
      'not allowed while "strict',
      'syntax error at ',
      'BEGIN failed--compilation aborted',
      ' had compilation errors',
      'Execution of ',
    ],
    pattern:
      /(?<message>Global symbol "[^"]{1,80}" requires explicit package name|Bareword "[^"]{1,80}" not allowed while "strict \w+" in use|^syntax error at \S{1,200} line \d+)/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'The Perl source does not compile.',
    remedies: ['Correct the line named.'],
    examples: {
      match: [
        {
          text: 'Global symbol "$cart" requires explicit package name (did you forget to declare "my $cart"?) at cart.pl line 12.',
        },
        { text: 'syntax error at cart.pl line 12, near "}"' },
      ],
      miss: ['cart.pl syntax OK'],
    },
  },
]
