import type { Rule } from '../model/rule.ts'

/** Finders of code and dependencies nobody uses. */
export const rules: readonly Rule[] = [
  {
    id: 'knip/unused',
    category: 'lint',
    title: 'unused code or dependencies: {count}',
    needles: [
      'Unused files (',
      'Unused dependencies (',
      'Unused devDependencies (',
      'Unused exports (',
      'Unlisted dependencies (',
      'Unresolved imports (',
      'Unused exported types (',
    ],
    pattern:
      /^(?:##\[error\])?\s*(?<count>(?:Unused (?:files|dependencies|devDependencies|exports|exported types)|Unlisted dependencies|Unresolved imports) \(\d+\))/,
    extent: { while: /^\S+(?:\s{2,}\S.{0,200})?$/ },
    transient: 0.01,
    explanation: 'Knip finds files, exports or packages that nothing uses.',
    remedies: ['Remove them, or tell Knip about the entry point that uses them.'],
    examples: {
      match: [{ text: 'Unused dependencies (1)', captures: { count: 'Unused dependencies (1)' } }],
      miss: ['✂️  Excellent, Knip found no issues.'],
    },
  },
]
