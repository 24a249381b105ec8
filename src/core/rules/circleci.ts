import type { Rule } from '../model/rule.ts'

/** CircleCI. */
export const rules: readonly Rule[] = [
  {
    id: 'circleci/no-output',
    category: 'timeout',
    title: 'CircleCI: too long without output',
    needles: ['too long with no output'],
    pattern: /Too long with no output \(exceeded (?<limit>[\w.]{1,20})\)/,
    extent: { before: 3 },
    transient: 0.45,
    explanation: 'CircleCI stops a step that prints nothing for ten minutes.',
    remedies: ['Look at the last lines: what can hang there?', 'Set `no_output_timeout` for steps that are quiet by nature.'],
    examples: {
      match: [{ text: 'Too long with no output (exceeded 10m0s): context deadline exceeded', captures: { limit: '10m0s' } }],
      miss: ['no_output_timeout: 20m'],
    },
  },
  {
    id: 'circleci/config',
    category: 'config',
    title: 'CircleCI could not run the job',
    needles: [
      'error calling workflow',
      'config compilation contains errors',
      'could not ensure that workspace directory',
      'cannot find a definition for',
      'this job was rejected because',
      'job was not found',
      'received "killed" signal',
      'error persisting',
      'resource class',
      'exited with code',
    ],
    pattern:
      /Error calling (?:workflow|job): |config compilation contains errors|Cannot find a definition for (?:command|job|orb|executor) named (?<symbol>\S{1,80})|This job was rejected because|Unable to find the resource class|Received "killed" signal/,
    extent: { after: 2 },
    transient: 0.06,
    explanation:
      'The configuration does not compile, names what does not exist, or asks for a resource class that the plan lacks.',
    remedies: ['Run `circleci config validate`.', 'For “killed”, use a larger resource class: memory ran out.'],
    examples: {
      match: [
        { text: "Error calling workflow: 'build'" },
        { text: 'Cannot find a definition for command named cart/setup', captures: { symbol: 'cart/setup' } },
      ],
      miss: ['resource_class: large'],
    },
  },
]
