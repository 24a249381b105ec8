import type { Rule } from '../model/rule.ts'

/** NUnit. */
export const rules: readonly Rule[] = [
  {
    id: 'nunit/failed',
    category: 'test',
    title: 'NUnit: {test} failed',
    needles: [') Failed : ', ') Error : '],
    pattern: /^\d+\) (?:Failed|Error) : (?<test>[^\n]{1,300})$/,
    extent: { while: /^\s*\S/ },
    transient: 0.12,
    explanation: 'The console of NUnit numbers each failure.',
    remedies: ['Read the message below it.'],
    examples: {
      match: [{ text: '1) Failed : Acme.CartTests.Adds', captures: { test: 'Acme.CartTests.Adds' } }],
      miss: ['1) Ignored : Acme.CartTests.Later'],
    },
  },
]
