import type { Rule } from '../model/rule.ts'

/** Checks of licence headers. */
export const rules: readonly Rule[] = [
  {
    id: 'license/header',
    category: 'lint',
    title: 'files lack the licence header',
    needles: [
      'unapproved license',
      'expected license header',
      'Missing header in',
      'license header',
      'License header',
      'Missing license',
      'missing license',
      'copyright header',
      'Missing copyright',
      'missing copyright',
    ],
    pattern:
      /Too many files with unapproved licenses?|Some files do not have the expected license header|^(?:\[\w+\] )?Missing header in: (?<file>[^\n]{1,250})|(?:missing|without|incorrect|invalid|lacks?)(?: a| the| valid)? (?:copyright|licen[cs]e)(?: and licen[cs]e)? (?:header|notice)/i,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'Each source file must begin with the licence text of the project (RAT, license-maven-plugin, addlicense).',
    remedies: ['Add the header to the files named, or exempt generated ones.'],
    examples: {
      match: [
        { text: '[ERROR] Too many files with unapproved license: 3 See RAT report in: /srv/cart/target/rat.txt' },
        { text: '[WARNING] Missing header in: /srv/cart/Cart.java' },
      ],
      miss: ['[INFO] 0 files with missing header'],
    },
  },
]
