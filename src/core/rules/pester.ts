import type { Rule } from '../model/rule.ts'

/** Pester, PowerShell’s test runner. */
export const rules: readonly Rule[] = [
  {
    id: 'pester/failed',
    category: 'test',
    title: 'Pester: {test} failed',
    needles: ['[-] '],
    pattern: /^\s*\[-\] (?<test>[^\n]{1,250}?)(?: \d[\d.,]*m?s(?: \([^)\n]{1,40}\))?| -> [^\n]{1,200})?$/,
    extent: { while: /^\s{2,}(?!\[)\S|^(?:Expected|Actual|at |But was)/ },
    transient: 0.1,
    explanation: 'Pester marks each failed test with [-]; what it expected stands below.',
    remedies: ['Read the expectation and place below.'],
    examples: {
      match: [{ text: '  [-] adds two items 12ms (10ms|2ms)', captures: { test: 'adds two items' } }],
      miss: ['  [+] adds two items 12ms'],
    },
  },
  {
    id: 'pester/summary',
    category: 'test',
    role: 'summary',
    title: 'Pester: {failed} failed',
    needles: ['Tests Passed:', 'Tests completed in'],
    pattern: /Tests Passed: \d+,? Failed: (?<failed>[1-9]\d*)/,
    transient: 0.1,
    explanation: 'The count at the end of a Pester run.',
    remedies: ['Read the tests marked [-] above.'],
    examples: {
      match: [{ text: 'Tests Passed: 9, Failed: 1, Skipped: 0 NotRun: 0', captures: { failed: '1' } }],
      miss: ['Tests Passed: 10, Failed: 0, Skipped: 0'],
    },
  },
]
