import type { Rule } from '../model/rule.ts'

/** FreeBSD’s pkg. */
export const rules: readonly Rule[] = [
  {
    id: 'freebsd-pkg/failed',
    category: 'dependency',
    title: 'pkg failed',
    needles: [
      'pkg: no packages available',
      'pkg: repository',
      'pkg: unable to update',
      'wrong abi',
      'no packages matching',
      'pkg: cannot',
    ],
    pattern:
      /^pkg: (?:No packages (?:available to install )?matching|Unable to update repository|repository \S{1,80} contains packages for wrong|Repository \S{1,80} cannot be opened|cannot )/,
    extent: { after: 1 },
    transient: 0.25,
    explanation: 'FreeBSD’s pkg has no such package for this release, or the release itself is no longer served.',
    remedies: ['Update the FreeBSD release of the job.', 'Look the package up for this release on freshports.org.'],
    examples: {
      match: [{ text: "pkg: No packages available to install matching 'cart' have been found in the repositories" }],
      miss: ['pkg: already bootstrapped'],
    },
  },
]
