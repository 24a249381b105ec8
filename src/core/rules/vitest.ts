import type { Rule } from '../model/rule.ts'

/** Vitest. */
export const rules: readonly Rule[] = [
  {
    id: 'vitest/test',
    category: 'test',
    title: 'Vitest: {test} failed',
    needles: ['FAIL  ', ' × ', ' ❯ ', ' ✗ '],
    pattern:
      /^(?:[^\n]{0,60}?\s)?\s{0,40}FAIL  (?:\|?[\w@/ -]{1,40}\|? )?(?<file>[^\s:|]{1,200}\.[cm]?[jt]sx?) > (?<test>[^\n]{1,200})$/,
    extent: { while: /^\s*$|^(?:\w*Error|AssertionError|Caused by|Snapshot)\b|^\s*[-+❯]|^\s{4,}\S/ },
    transient: 0.12,
    explanation: 'A test ran and failed; below stand the error, the difference, and the place.',
    remedies: ['Compare expected and received below.', 'Run `vitest run <file> -t "<name>"` locally.'],
    examples: {
      match: [
        {
          text: ' FAIL  src/cart.test.ts > Cart > adds two items',
          captures: { file: 'src/cart.test.ts', test: 'Cart > adds two items' },
        },
      ],
      miss: [' ✓ src/cart.test.ts (3 tests) 12ms'],
    },
  },
  {
    id: 'vitest/unhandled',
    category: 'test',
    title: 'Vitest: an error outside of any test',
    needles: ['unhandled error', 'Unhandled Rejection ⎯', 'Unhandled Error ⎯'],
    pattern: /Vitest caught \d+ unhandled errors? during the test run|⎯ Unhandled (?:Rejection|Error)s? ⎯/,
    extent: { after: 3, while: /^\s*$|^\w*Error\b|^ ❯|^\s{4,}\S/ },
    transient: 0.15,
    explanation: 'Something threw after or beside the tests; Vitest fails the run although each test may be green.',
    remedies: ['Read the error and its origin below; await what the test starts.'],
    examples: { match: [{ text: 'Vitest caught 1 unhandled error during the test run.' }], miss: ['⎯⎯⎯⎯ Failed Tests 1 ⎯⎯⎯⎯'] },
  },
]
