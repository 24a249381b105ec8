import type { Rule } from '../model/rule.ts'

/** xUnit.net. */
export const rules: readonly Rule[] = [
  {
    id: 'xunit/failed',
    category: 'test',
    title: 'xUnit: {test} failed',
    needles: ['[FAIL]'],
    pattern:
      /^(?:[^\n]{0,80}?\s)?\s{0,40}(?:\[xUnit\.net [\d:.]+\]\s+)?(?<test>[A-Za-z_][\w.+`]{2,250}(?:\([^\n]{0,300}\))?) \[FAIL\]/,
    extent: { while: /^\s{6,}\S|^\[xUnit\.net/ },
    transient: 0.12,
    explanation: 'A test of xUnit.net failed; message and stack stand below it.',
    remedies: ['Read the message below, and run `dotnet test --filter <name>` locally.'],
    examples: {
      match: [
        { text: '[xUnit.net 00:00:01.23]     Acme.CartTests.Adds [FAIL]', captures: { test: 'Acme.CartTests.Adds' } },
        { text: '    Acme.CartTests.Adds(a: 1, b: 2) [FAIL]' },
      ],
      miss: ['[xUnit.net 00:00:01.23]     Acme.CartTests.Adds [SKIP]'],
    },
  },
]
