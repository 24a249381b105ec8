import type { Rule } from '../model/rule.ts'

/** Heroku. */
export const rules: readonly Rule[] = [
  {
    id: 'heroku/rejected',
    category: 'deploy',
    title: 'Heroku rejected the push',
    needles: [
      'push rejected',
      'pre-receive hook declined',
      'failed to detect set buildpack',
      'no default language could be detected',
      'heroku',
    ],
    pattern:
      /remote: !\s+(?:Push (?:rejected|failed)|No default language could be detected|Failed to detect|App not compatible)|Push rejected, failed to compile/,
    extent: { before: 4, after: 2 },
    transient: 0.08,
    explanation: 'The buildpack could not build the app; its output stands above.',
    remedies: ['Read the “remote:” lines above for the first error.'],
    examples: {
      match: [{ text: 'remote:  !     Push rejected, failed to compile Node.js app.' }],
      miss: ['remote: Verifying deploy... done.'],
    },
  },
]
