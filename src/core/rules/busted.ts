import type { Rule } from '../model/rule.ts'

/** Lua’s test runner busted. */
export const rules: readonly Rule[] = [
  {
    id: 'busted/failed',
    category: 'test',
    title: 'busted: {file} failed',
    needles: ['Failure → ', 'Failure -> ', 'Error → ', 'Error -> '],
    pattern: /^(?:Failure|Error) (?:→|->) (?<file>\S{1,200}) @ (?<line>\d+)/,
    extent: { while: /^\S|^\s+\S/ },
    transient: 0.1,
    explanation: 'A spec of busted failed (Failure) or raised (Error).',
    remedies: ['Compare passed in and expected below.'],
    examples: {
      match: [{ text: 'Failure → spec/cart_spec.lua @ 12', captures: { file: 'spec/cart_spec.lua', line: '12' } }],
      miss: ['10 successes / 0 failures / 0 errors / 0 pending'],
    },
  },
]
