import type { Rule } from '../model/rule.ts'

/** CPAN clients. */
export const rules: readonly Rule[] = [
  {
    id: 'cpan/failed',
    category: 'dependency',
    title: 'CPAN: {package} could not be installed',
    needles: [
      '! Installing the dependencies failed',
      "! Couldn't find module or a distribution",
      '! Installing ',
      '! Configure failed for',
      '! Bailing out the installation',
    ],
    pattern:
      /^! (?:Installing (?:the dependencies failed|(?<package>\S{1,120}) failed)|Couldn't find module or a distribution (?<module>\S{1,120})|Configure failed for (?<dist>\S{1,150}?)\.(?: |$)|Bailing out the installation for)/,
    extent: { after: 2 },
    transient: 0.15,
    explanation: 'A module or one of its prerequisites failed to configure, build or pass its tests.',
    remedies: ['Read the build.log that is named; a C library or header is often missing.'],
    examples: {
      match: [
        { text: "! Installing the dependencies failed: Module 'Acme::Cart' is not installed" },
        {
          text: '! Configure failed for Acme-Cart-1.0. See /root/.cpanm/work/1/build.log for details.',
          captures: { dist: 'Acme-Cart-1.0' },
        },
      ],
      miss: ['Successfully installed Acme-Cart-1.0'],
    },
  },
]
