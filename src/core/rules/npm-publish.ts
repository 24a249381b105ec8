import type { Rule } from '../model/rule.ts'

/** npm publish. */
export const rules: readonly Rule[] = [
  {
    id: 'npm-publish/version-exists',
    category: 'deploy',
    title: 'This version is on npm already',
    needles: ['cannot publish over', 'previously published', 'epublishconflict', 'cannot modify pre-existing'],
    pattern:
      /(?:cannot|can't) publish over (?:the |existing )?previously published version|You cannot publish over|EPUBLISHCONFLICT|Cannot publish over existing version|cannot modify pre-existing version/i,
    extent: { before: 2, while: /\bnpm (?:ERR!|error)/ },
    transient: 0.01,
    explanation: 'A registry never lets a published version be replaced.',
    remedies: ['Raise the version and publish again.', 'If a re-run published half of the packages, skip those that exist.'],
    examples: {
      match: [
        {
          text: 'npm ERR! 403 403 Forbidden - PUT https://registry.npmjs.org/cart - You cannot publish over the previously published versions: 1.2.3.',
        },
      ],
      miss: ['npm notice Publishing to https://registry.npmjs.org/'],
    },
  },
  {
    id: 'npm-publish/auth',
    category: 'auth',
    title: 'npm refuses to publish',
    needles: [
      'code eotp',
      'code e402',
      'code eneedauth',
      ' - put http',
      'one-time password',
      'you do not have permission to publish',
      'access token expired or revoked',
      'need auth',
    ],
    pattern:
      /npm (?:ERR!|error) (?:code (?:EOTP|ENEEDAUTH|E402)|need auth|(?:40[1234] )?(?:40[1234] )?(?:Not Found|Forbidden|Unauthorized|Payment Required) - PUT https?:\/\/[^/\s]{1,100}\/(?<package>\S{1,200})(?![^\n]{0,120}previously published))|Access token expired or revoked|This operation requires a one-time password|You do not have permission to publish "/i,
    extent: { before: 1, while: /^npm (?:ERR!|error)/ },
    transient: 0.03,
    explanation:
      'The token is missing, expired, may not publish this package, or the account demands a one-time password. npm answers 404 to a PUT without rights.',
    remedies: [
      'Use a granular automation token, or trusted publishing with `id-token: write`.',
      'For a first public scoped package add `--access public`.',
    ],
    examples: {
      match: [
        { text: 'npm error code EOTP' },
        { text: 'npm ERR! 404 Not Found - PUT https://registry.npmjs.org/@acme%2fcart - Not found' },
        { text: 'npm error code ENEEDAUTH' },
      ],
      miss: ['npm ERR! 404 Not Found - GET https://registry.npmjs.org/cart'],
    },
  },
]
