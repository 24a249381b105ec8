import type { Rule } from '../model/rule.ts'

/** Haskell: GHC, Cabal and Stack. */
export const rules: readonly Rule[] = [
  {
    id: 'ghc/error',
    category: 'compile',
    title: 'GHC: error in {file}:{line}',
    needles: ['.hs:', '.lhs:', '.hsc:'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,200}\.(?:l?hs|hsc|chs|x|y)):(?:(?<line>\d+):(?<column>\d+)(?:-\d+)?|\(\d+,\d+\)-\(\d+,\d+\)): (?:fatal )?error:?(?: \[(?<code>[\w, =-]{1,80})\])?/,
    extent: { while: /^\s+\S|^\d{0,7} {0,9}\||^\S{1,30}> {2,}\S/ },
    transient: 0.01,
    explanation: 'The Haskell compiler rejects this place; with -Werror also its warnings do.',
    remedies: ['Correct the place named.', 'If only a new GHC or library complains, bound its version.'],
    examples: {
      match: [
        { text: 'src/Cart.hs:12:3: error: [GHC-88464]', captures: { file: 'src/Cart.hs', line: '12' } },
        { text: 'src/Cart.hs:12:3: error:' },
      ],
      miss: ['src/Cart.hs:12:3: warning: [-Wunused-imports]'],
    },
  },
  {
    id: 'ghc/werror',
    category: 'compile',
    title: 'GHC: a warning counts as an error (-Werror)',
    needles: ['Failing due to -Werror'],
    pattern: /Failing due to -Werror/,
    extent: { before: 5 },
    transient: 0.01,
    explanation: 'The module compiled with warnings, and -Werror makes those fatal.',
    remedies: ['Correct the warnings above.', 'Keep -Werror to one GHC version, as each adds warnings.'],
    examples: { match: [{ text: 'Failing due to -Werror.' }], miss: ['ghc-options: -Wall -Werror'] },
  },
  {
    id: 'cabal/resolve',
    category: 'dependency',
    title: 'Cabal or Stack finds no build plan',
    needles: [
      'Could not resolve dependencies:',
      'While constructing the build plan',
      'Stack failed to construct a build plan',
      'Setup: Encountered missing',
      'Missing (or bad) header file',
      'cabal: There is no package named',
      'There is no package named',
      'Missing dependenc',
      'Unknown package: ',
      'The pkg-config package',
    ],
    pattern:
      /(?:cabal[\w.-]{0,20}: |Error: |^)(?:\[Cabal-\d+\]\s*)?Could not resolve dependencies:|While constructing the build plan, the following exceptions|Stack failed to construct a build plan|Setup: Encountered missing|Missing (?:dependenc(?:y|ies)|\(or bad\) header file|C librar)|There is no package named '|The pkg-config package '[^']{1,80}'[^\n]{0,80}could not be found/,
    extent: { while: /^\s*(?:\[__|\*|\(|After searching|\S.{0,40}:)|^\s+\S/ },
    transient: 0.03,
    explanation: 'No set of package versions fits all bounds with this GHC, or a system library is missing.',
    remedies: [
      'Read which package is rejected and why; relax the bound or use another GHC or resolver.',
      'Install the system library or header that is named.',
    ],
    examples: {
      match: [
        { text: 'Error: cabal: Could not resolve dependencies:' },
        { text: 'Error: While constructing the build plan, the following exceptions were encountered:' },
      ],
      miss: ['Resolving dependencies...'],
    },
  },
  {
    id: 'stack/failed',
    category: 'compile',
    role: 'summary',
    title: 'Cabal or Stack: building {package} failed',
    needles: [
      'While building package',
      'Failed to build ',
      'cabal: Failed to build',
      'Some packages failed to install',
      'Completed 1 action(s).',
      'failed during the',
    ],
    pattern:
      /While building package (?<package>\S{1,150})|(?:cabal|Error): (?:\[Cabal-\d+\]\s*)?Failed to build (?<name>[^\s,]{1,150})|(?:^|\s)[\w.-]{1,120} failed during the (?:building|configure|download|unpack|install) (?:phase|step)/,
    extent: { after: 2 },
    transient: 0.05,
    explanation: 'The tool names the package that failed; the compiler message stands above.',
    remedies: ['Read the output of this package above.'],
    examples: {
      match: [
        {
          text: '--  While building package acme-cart-1.0 (scroll up to its section to see the error) using:',
          captures: { package: 'acme-cart-1.0' },
        },
      ],
      miss: ['Building library for acme-cart-1.0'],
    },
  },
]
