import type { Rule } from '../model/rule.ts'

/** TeamCity. */
export const rules: readonly Rule[] = [
  {
    id: 'teamcity/stopped',
    category: 'timeout',
    title: 'TeamCity stopped the build: {message}',
    needles: [
      'execution timeout',
      'build is hanging',
      'agent disconnected',
      'build was interrupted',
      'artifact dependency',
      'unable to resolve artifact dependency',
    ],
    pattern: /(?<message>Execution timeout|Agent disconnected during build|[Bb]uild (?:was interrupted|is hanging))\b/,
    transient: 0.5,
    explanation: 'The build reached its limit or lost its agent.',
    remedies: ['Look at the last lines, and at the agent.'],
    examples: {
      match: [{ text: 'Execution timeout', captures: { message: 'Execution timeout' } }],
      miss: ['execution timeouts: none'],
    },
  },
]
