import type { Rule } from '../model/rule.ts'

/** Bandit. */
export const rules: readonly Rule[] = [
  {
    id: 'bandit/issue',
    category: 'lint',
    title: 'Bandit {code}: {message}',
    needles: ['>> Issue: ['],
    pattern: /^>> Issue: \[(?<code>B\d{3}):(?<name>\w{1,80})\] (?<message>[^\n]{0,200})/,
    extent: { after: 5 },
    transient: 0.01,
    explanation: 'Bandit thinks this code is unsafe.',
    remedies: ['Correct the code, or mark it `# nosec <code>` with a reason.'],
    examples: {
      match: [{ text: '>> Issue: [B101:assert_used] Use of assert detected.', captures: { code: 'B101' } }],
      miss: ['Test results: No issues identified.'],
    },
  },
]
