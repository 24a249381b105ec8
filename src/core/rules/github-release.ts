import type { Rule } from '../model/rule.ts'

/** Releases on GitHub. */
export const rules: readonly Rule[] = [
  {
    id: 'github-release/exists',
    category: 'deploy',
    title: 'A GitHub release or asset exists already',
    needles: [
      'already_exists',
      'a release with the same tag',
      'release.tag_name already exists',
      'asset under the same name',
      'http 422',
      'pre_receive',
      'tag_name',
    ],
    pattern:
      /\balready_exists\b|a release with the same tag name already exists|asset under the same name already exists|Validation Failed[^\n]{0,100}tag_name|tag_name was used by an immutable release/,
    extent: { before: 1, after: 2 },
    transient: 0.03,
    explanation: 'A release or file of that name was made by an earlier run.',
    remedies: ['Delete the old asset or release, allow replacing (`gh release upload --clobber`), or use a new tag.'],
    examples: {
      match: [
        {
          text: '⨯ release failed after 40s  error=scm releases: failed to publish artifacts: failed to upload cart.tar.gz: POST https://uploads.github.com/…: 422 Validation Failed [{Resource:ReleaseAsset Field:name Code:already_exists Message:}]',
        },
        { text: 'a release with the same tag name already exists: v1.2.3' },
      ],
      miss: ['release v1.2.3 created'],
    },
  },
]
