import type { Rule } from '../model/rule.ts'

/** How various CI platforms echo the exit code of a step. */
export const rules: readonly Rule[] = [
  {
    id: 'ci-exit/status',
    category: 'unknown',
    title: 'The CI step ended with exit code {code}',
    needles: [
      'exited with code exit status',
      'command exited with code',
      'exited with code',
      'the command exited with status',
      'process exited with code',
      'program finished with exit code',
      'task run with exit code',
      'return code:',
    ],
    pattern:
      /(?:Exited with code exit status |Command exited with code |🚨 Error: The command exited with status |Process exited with code |program finished with exit code |Unsuccessful task run with exit code: ?|Return code: )(?<code>-?[1-9]\d{0,9})\b/,
    role: 'symptom',
    transient: 0.15,
    explanation: 'The echo of a command that failed; its own output stands above.',
    remedies: ['Read the last lines of the step.'],
    examples: {
      match: [
        { text: 'Exited with code exit status 1', captures: { code: '1' } },
        { text: '🚨 Error: The command exited with status 2' },
        { text: '[taskcluster 2026-01-02 10:00:00.000Z] Unsuccessful task run with exit code: 1 completed in 12 seconds' },
        { text: 'Command exited with code 1' },
      ],
      miss: ['Process exited with code 0', 'Return code: 0'],
    },
  },
]
