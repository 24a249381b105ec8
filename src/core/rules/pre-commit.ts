import type { Rule } from '../model/rule.ts'

/** pre-commit hooks. */
export const rules: readonly Rule[] = [
  {
    id: 'pre-commit/hook',
    category: 'lint',
    title: 'pre-commit hook failed: {command}',
    needles: ['...Failed', '..Failed', '- hook id:'],
    pattern: /^(?<command>[^\n]{2,100}?)\.{2,80}Failed$/,
    extent: { while: /^- |^\s*$|^[^.\n]{1,300}$/ },
    transient: 0.02,
    explanation: 'A hook changed files or found something; its output stands below.',
    remedies: ['Run `pre-commit run --all-files` locally, and commit what it changes.'],
    examples: {
      match: [
        {
          text: 'trim trailing whitespace.................................................Failed',
          captures: { command: 'trim trailing whitespace' },
        },
      ],
      miss: ['trim trailing whitespace.................................................Passed'],
    },
  },
]
