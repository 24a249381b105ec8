import type { Rule } from '../model/rule.ts'

/** Grunt and Gulp. */
export const rules: readonly Rule[] = [
  {
    id: 'grunt/failed',
    category: 'unknown',
    role: 'summary',
    title: 'Grunt or gulp: {message}',
    needles: ['Use --force to continue', 'Aborted due to warnings', "' errored after", 'Task never defined'],
    pattern:
      /(?:Warning|Fatal error): (?<message>[^\n]{1,200}?) Use --force to continue|^Aborted due to warnings\.|'(?<task>[^'\n]{1,80})' errored after|Task never defined: (?<missing>\S{1,80})/,
    extent: { after: 4 },
    transient: 0.08,
    explanation: 'A task of the build failed, or does not exist.',
    remedies: ['Read the output of the task above.'],
    examples: {
      match: [
        { text: 'Warning: Task "jshint:all" failed. Use --force to continue.' },
        { text: "[10:00:00] 'test' errored after 3.2 s", captures: { task: 'test' } },
      ],
      miss: ["[10:00:00] Finished 'test' after 3.2 s"],
    },
  },
]
