import type { Rule } from '../model/rule.ts'

/** Time limits of Buildbot, Taskcluster and mozprocess. */
export const rules: readonly Rule[] = [
  {
    id: 'buildbot/timeout',
    category: 'timeout',
    title: 'The worker killed a command after {limit} seconds',
    needles: [
      'command timed out:',
      'seconds without output',
      'seconds elapsed',
      'task timeout after',
      'aborting task',
      'automation error: ',
    ],
    pattern:
      /(?:command timed out: |Task timeout after |mozprocess timed out after )(?<limit>\d{1,6}) seconds|\[taskcluster[^\n]{0,60}Aborting task/i,
    extent: { before: 2, after: 2 },
    transient: 0.45,
    explanation: 'Buildbot or Taskcluster stopped a command that was silent or took too long.',
    remedies: ['Look at the last test or command before it: that is what hung.'],
    examples: {
      match: [
        {
          text: "command timed out: 1200 seconds without output running ['make'], attempting to kill",
          captures: { limit: '1200' },
        },
        { text: '[taskcluster:error] Task timeout after 3600 seconds. Force killing container.' },
      ],
      miss: ['timeout: 1200 seconds'],
    },
  },
]
