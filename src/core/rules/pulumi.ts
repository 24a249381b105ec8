import type { Rule } from '../model/rule.ts'

/** Pulumi. */
export const rules: readonly Rule[] = [
  {
    id: 'pulumi/failed',
    category: 'deploy',
    title: 'Pulumi failed',
    needles: [
      'pulumi:pulumi:stack',
      'error: update failed',
      'error: preview failed',
      'error: the stack is currently locked',
      'error: no stack named',
      'error: update canceled',
      'pulumi_access_token',
      'error: missing required configuration',
      'error: decrypting',
      'pulumi',
    ],
    pattern:
      /^\s*error: (?:update|preview|destroy) failed|error: the stack is currently locked|error: \[409\] Conflict: Another update|error: no stack named '(?<symbol>[^'\n]{1,100})'|error: PULUMI_ACCESS_TOKEN must be set|error: Missing required configuration variable/,
    extent: { before: 4, after: 2 },
    transient: 0.15,
    explanation:
      'The preview or update of the stack stopped; the resource and the answer of the cloud stand above in “Diagnostics”.',
    remedies: ['Read the Diagnostics block.', 'For a locked stack, wait or run `pulumi cancel`.'],
    examples: {
      match: [
        { text: '    error: update failed' },
        { text: "error: no stack named 'acme/prod' found", captures: { symbol: 'acme/prod' } },
      ],
      miss: ['pulumi:pulumi:Stack cart-prod  created'],
    },
  },
]
