import type { Rule } from '../model/rule.ts'

/** Valgrind’s memcheck and helgrind: lines that begin with `==pid==`. */
export const rules: readonly Rule[] = [
  {
    id: 'valgrind/error',
    category: 'crash',
    title: 'Valgrind: {message}',
    needles: [
      'Invalid read of size',
      'Invalid write of size',
      'uninitialised value',
      'uninitialised byte',
      'Invalid free()',
      'Mismatched free()',
      'Source and destination overlap',
      'Possible data race during',
      'definitely lost in loss record',
      'Process terminating with default action of signal',
    ],
    pattern:
      /^(?:[^\n]{0,60}?\s)?==\d{1,10}== {1,4}(?:[\d,]{1,15} (?:\([^)\n]{1,80}\) )?bytes in [\d,]{1,12} blocks are )?(?<message>Invalid (?:read|write) of size \d+|Conditional jump or move depends on uninitialised value\(s\)|Use of uninitialised value of size \d+|Syscall param \S{1,60} (?:points to|contains) uninitialised byte\(s\)|(?:Invalid|Mismatched) free\(\)|Source and destination overlap|Possible data race during|definitely lost in loss record|Process terminating with default action of signal \d+)/,
    extent: { while: /^(?:[^\n]{0,60}?\s)?==\d{1,10}== {2,}\S/ },
    transient: 0.06,
    explanation:
      'Valgrind watched the program read or write memory it should not, or leave memory behind; the stack below shows the place.',
    remedies: [
      'Mend the topmost frame of your own code in the first report; later ones often follow from it.',
      'Put findings inside other people’s libraries into a suppression file (`--gen-suppressions=all`).',
    ],
    examples: {
      match: [
        { text: '==42== Invalid read of size 4', captures: { message: 'Invalid read of size 4' } },
        { text: '==42== 48 bytes in 1 blocks are definitely lost in loss record 2 of 3' },
      ],
      miss: ['==42== All heap blocks were freed -- no leaks are possible', '==42==    definitely lost: 0 bytes in 0 blocks'],
    },
  },
  {
    id: 'valgrind/summary',
    category: 'crash',
    role: 'summary',
    title: 'Valgrind found {count} errors',
    needles: ['ERROR SUMMARY: '],
    pattern: /==\d{1,10}== ERROR SUMMARY: (?<count>[1-9][\d,]{0,9}) errors? from/,
    transient: 0.06,
    explanation: 'Valgrind counts its findings at the end; each of them is told further up.',
    remedies: ['Read the first report above that begins with the same process number.'],
    examples: {
      match: [{ text: '==42== ERROR SUMMARY: 3 errors from 2 contexts (suppressed: 0 from 0)', captures: { count: '3' } }],
      miss: ['==42== ERROR SUMMARY: 0 errors from 0 contexts (suppressed: 0 from 0)'],
    },
  },
]
