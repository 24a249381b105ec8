import type { Rule } from '../model/rule.ts'

/** Taskcluster’s workers. */
export const rules: readonly Rule[] = [
  {
    id: 'taskcluster/error',
    category: 'runner',
    title: 'Taskcluster: {message}',
    needles: ['[taskcluster:error]', 'pulling docker image'],
    pattern: /\[taskcluster[: ][^\]\n]{0,60}error\] (?!Task timeout)(?<message>[^\n]{3,200})/,
    role: 'summary',
    transient: 0.4,
    explanation: 'The worker of Taskcluster reports an error around the task: its image, artifacts or machine.',
    remedies: ['Read the message; re-run if it is about the worker.'],
    examples: {
      match: [
        {
          text: '[taskcluster:error] Pulling docker image has failed.',
          captures: { message: 'Pulling docker image has failed.' },
        },
      ],
      miss: ['[taskcluster 2026-01-02] Task ID: 1111'],
    },
  },
]
