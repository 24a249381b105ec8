import type { Rule } from '../model/rule.ts'

/** Checks that a public API stays compatible. */
export const rules: readonly Rule[] = [
  {
    id: 'api-compat/broken',
    category: 'lint',
    title: 'the public API changed incompatibly',
    needles: [
      'Binary compatibility check failed',
      'API check failed for project',
      'There is at least one incompatibility',
      'The following API problems caused',
      'You have changed the public API signature',
      'semver requires new',
      '--- failure ',
      'Signature errors found',
      'does not have a correspondent',
      'forbiddenapis',
      'API Extractor completed with',
    ],
    pattern:
      /Binary compatibility check failed|API check failed for project|There is at least one incompatibility|The following API problems caused the build to fail|You have changed the public API signature|semver requires new (?:major|minor) version|^--- failure \w{1,80}: |Signature errors found\. Verify|does not have a correspondent in (?:other|current) version/,
    extent: { before: 2, after: 4 },
    transient: 0.01,
    explanation:
      'A check compares the public API with the last release (MiMa, japicmp, revapi, api-extractor, cargo-semver-checks), and something was removed or changed.',
    remedies: [
      'Keep the old member, or raise the major version.',
      'If it is intended, record it: exclude the change or update the API file, and commit.',
    ],
    examples: {
      match: [
        { text: 'cart: Binary compatibility check failed!' },
        { text: '--- failure struct_missing: pub struct removed or renamed ---' },
        { text: '> API check failed for project cart.' },
      ],
      miss: ['Binary compatibility check passed'],
    },
  },
]
