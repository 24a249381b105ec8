import type { Rule } from '../model/rule.ts'

/** Biome. */
export const rules: readonly Rule[] = [
  {
    id: 'biome/finding',
    category: 'lint',
    title: 'Biome: {file} {code}',
    needles: ['━━━━', 'Formatter would have printed', 'File content differs from formatting output'],
    pattern:
      /^(?:##\[error\])?\s*(?<file>[^\s:]{1,250}?\.\w{1,10})(?::(?<line>\d+):\d+)? (?<code>(?:lint|assist|suppressions)\/[\w/]{1,80}|format|organizeImports|parse|assist)(?: +FIXABLE)? ━{4,}|Formatter would have printed the following content|File content differs from formatting output/,
    extent: { while: /^\s*$|^\s+\S/ },
    transient: 0.01,
    explanation: 'Biome found a lint error, or would format the file otherwise.',
    remedies: ['Run `npx @biomejs/biome check --write`, and commit.'],
    examples: {
      match: [
        { text: 'src/cart.ts format ━━━━━━━━━━━━━━━━━━━━', captures: { file: 'src/cart.ts', code: 'format' } },
        { text: 'src/cart.ts:12:5 lint/suspicious/noExplicitAny ━━━━━━━━━━' },
      ],
      miss: ['━━━━━━━━━━━━━━━━━ 100%'],
    },
  },
]
