import type { Rule } from '../model/rule.ts'

/** Node’s own test runner. */
export const rules: readonly Rule[] = [
  {
    id: 'node-test/failing',
    category: 'test',
    role: 'summary',
    title: 'node:test reports failing tests',
    needles: ['✖ failing tests:', '# fail ', 'ℹ fail '],
    pattern: /^\s*✖ failing tests:|^(?:# |ℹ )fail [1-9]\d*$/,
    extent: { after: 4, while: /^\s+\S|^test at |^✖ / },
    transient: 0.12,
    explanation: 'The runner of Node lists the tests that failed after this line.',
    remedies: ['Read the failures it lists.'],
    examples: { match: [{ text: '✖ failing tests:' }, { text: 'ℹ fail 2' }], miss: ['ℹ fail 0'] },
  },
]
