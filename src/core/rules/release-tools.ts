import type { Rule } from '../model/rule.ts'

/** GoReleaser and semantic-release. */
export const rules: readonly Rule[] = [
  {
    id: 'release-tools/failed',
    category: 'deploy',
    title: 'The release tool failed',
    needles: [
      'release failed after',
      'semantic-release',
      'an error occurred while running semantic-release',
      'enogithubtoken',
      'einvalidgithubtoken',
      'enonpmtoken',
      'einvalidnpmtoken',
      'egitnopermission',
      'emismatchgithuburl',
      'build failed after',
    ],
    pattern:
      /⨯ (?:release|build) failed after[^\n]{0,40}error=(?<message>[^\n]{3,200})|An error occurred while running semantic-release: |\b(?<code>ENOGITHUBTOKEN|EINVALIDGITHUBTOKEN|EINVALIDGHTOKEN|ENOGHTOKEN|ENONPMTOKEN|EINVALIDNPMTOKEN|EGITNOPERMISSION|EMISMATCHGITHUBURL)\b/,
    extent: { after: 3 },
    transient: 0.08,
    explanation: 'GoReleaser or semantic-release stopped: its token, the state of git, or a refused upload.',
    remedies: [
      'Read the message; codes with TOKEN or PERMISSION mean a missing or too weak secret.',
      'For “git is in a dirty state”, ignore or commit what the build writes.',
    ],
    examples: {
      match: [
        {
          text: '  ⨯ release failed after 12s                error=git is in a dirty state',
          captures: { message: 'git is in a dirty state' },
        },
        {
          text: '[semantic-release] › ✘  EGITNOPERMISSION Cannot push to the Git repository.',
          captures: { code: 'EGITNOPERMISSION' },
        },
      ],
      miss: ['• release succeeded after 2m0s'],
    },
  },
]
