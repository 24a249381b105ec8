import type { Rule } from '../model/rule.ts'

/** R packages that cannot be loaded or installed. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-r/package',
    category: 'dependency',
    title: "The R package '{package}' is missing or too old",
    needles: [
      'there is no package called',
      'was found, but',
      'is already loaded, but',
      'is being loaded, but',
      'is not available',
      'dependencies ‘',
      'dependency ‘',
      "dependency '",
      'had non-zero exit status',
    ],
    pattern:
      /(?:there is no package called ['‘]|namespace ['‘](?=[\w.]{1,80}['’] [\d.-]{1,20} is (?:already|being) loaded, but)|package ['‘](?=[\w.]{1,80}['’] (?:[\d.-]{1,20} was found, but|is not available (?:\(|for)))|installation of package ['‘](?=[\w.]{1,80}['’] had non-zero)|ERROR: dependenc(?:y|ies) ['‘])(?<package>[\w.]{1,80})/,
    extent: { before: 1, after: 1 },
    transient: 0.05,
    explanation:
      'A package is not installed in the library of this job, could not be built, or is older than another one asks for.',
    remedies: [
      'Add it to DESCRIPTION (Imports or Suggests) and install all dependencies.',
      'For packages that do not build, install the system libraries they ask for.',
    ],
    examples: {
      match: [
        { text: 'ERROR: dependency ‘acmecart’ is not available for package ‘shop’', captures: { package: 'acmecart' } },
        { text: 'Error in library(cart) : there is no package called ‘cart’', captures: { package: 'cart' } },
        { text: '  namespace ‘DBI’ 1.0.0 is being loaded, but >= 1.1.0 is required' },
        { text: '1: In install.packages("cart") : installation of package ‘cart’ had non-zero exit status' },
      ],
      miss: ['package ‘cart’ successfully unpacked'],
    },
  },
]
