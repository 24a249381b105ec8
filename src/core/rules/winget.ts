import type { Rule } from '../model/rule.ts'

/** winget and scoop. */
export const rules: readonly Rule[] = [
  {
    id: 'winget/failed',
    category: 'dependency',
    title: 'scoop or winget could not install a package',
    needles: [
      "couldn't find manifest for",
      'no package found matching',
      'installer hash does not match',
      'hash check failed',
      'installer failed with exit code',
      'no applicable installer',
    ],
    pattern:
      /Couldn't find manifest for '(?<package>[^'\n]{1,80})'|No package found matching input criteria|Installer hash does not match|Hash check failed!|Installer failed with exit code: \d+|No applicable installer found/,
    extent: { after: 2 },
    transient: 0.15,
    explanation: 'The package is unknown to the feed or its installer changed or failed.',
    remedies: ['Update the feeds first (`scoop update`, `winget source update`), and check name and bucket.'],
    examples: {
      match: [
        { text: "Couldn't find manifest for 'cart'.", captures: { package: 'cart' } },
        { text: 'No package found matching input criteria.' },
      ],
      miss: ['Found manifest for cart'],
    },
  },
]
