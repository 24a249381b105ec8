import type { Rule } from '../model/rule.ts'

/** mypy. */
export const rules: readonly Rule[] = [
  {
    id: 'mypy/error',
    category: 'compile',
    title: 'mypy: {message} ({file}:{line})',
    needles: ['.py:', '.pyi:'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,250}\.pyi?):(?<line>\d+)(?::\d+)?: error: (?<message>[^\n]{1,300}?)(?: {2}\[(?<code>[a-z-]{1,40})\])?$/,
    extent: { while: /^[^\s:]{1,250}:\d+: note:|^\s{4,}\S/ },
    transient: 0.02,
    explanation: 'The type checker finds that a value does not fit the type declared.',
    remedies: ['Correct the code or the annotation.', 'If nothing changed there, mypy or a stub package is newer: pin it.'],
    examples: {
      match: [
        {
          text: 'src/cart.py:12: error: Incompatible return value type (got "str", expected "int")  [return-value]',
          captures: { file: 'src/cart.py', line: '12', code: 'return-value' },
        },
      ],
      miss: ['src/cart.py:12: note: Revealed type is "int"', 'src/cart.py:12: DeprecationWarning: x'],
    },
  },
  {
    id: 'mypy/summary',
    category: 'compile',
    role: 'summary',
    title: 'the Python type check failed: {count}',
    needles: [' errors in ', ' error in ', ' errors, '],
    pattern:
      /^Found (?<count>[1-9]\d* errors?) in \d+ files? \((?:checked|errors)|^(?<count2>[1-9]\d* errors?), \d+ warnings?(?:, \d+ informations?)?\s*$/,
    transient: 0.02,
    explanation: 'The count at the end of mypy or pyright.',
    remedies: ['Read the errors above it.'],
    examples: {
      match: [{ text: 'Found 3 errors in 2 files (checked 10 source files)', captures: { count: '3 errors' } }],
      miss: ['0 errors, 2 warnings, 0 informations'],
    },
  },
]
