import type { Rule } from '../model/rule.ts'

/** Ginkgo. */
export const rules: readonly Rule[] = [
  {
    id: 'ginkgo/failed',
    category: 'test',
    title: 'Ginkgo: {test}',
    needles: ['[Fail] ', '[FAIL] ', '[It] '],
    pattern: /^\s*\[(?:Fail|FAIL|TIMEDOUT|PANICKED!?)\] (?<test>[^\n]{1,300})$/,
    extent: { after: 1 },
    transient: 0.2,
    explanation: 'Ginkgo lists the specs that failed at the end of the run.',
    remedies: ['Read the failure of this spec above.'],
    examples: {
      match: [{ text: '[Fail] Cart [It] adds two items', captures: { test: 'Cart [It] adds two items' } }],
      miss: ['[It] adds two items'],
    },
  },
]
