import type { Rule } from '../model/rule.ts'

/** Bun: package manager and test runner. */
export const rules: readonly Rule[] = [
  {
    id: 'bun/frozen-lockfile',
    category: 'dependency',
    title: 'bun.lock does not match package.json',
    needles: ['lockfile had changes, but lockfile is frozen'],
    pattern: /error: lockfile had changes, but lockfile is frozen/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'CI installs with --frozen-lockfile, and package.json asks for something the lock file does not have.',
    remedies: ['Run `bun install` with the Bun version CI uses, and commit the lock file.'],
    examples: { match: [{ text: 'error: lockfile had changes, but lockfile is frozen' }], miss: ['Saved lockfile'] },
  },
  {
    id: 'bun/not-found',
    category: 'dependency',
    title: 'bun: {package} cannot be resolved',
    needles: ['error: No version matching', 'failed to resolve', 'error: GET http', 'error: Could not resolve'],
    pattern:
      /error: (?:No version matching "[^"]{1,100}" found for specifier "(?<package>[^"]{1,200})"|\S{1,200} failed to resolve|GET https?:\S{1,300} - 404)/,
    extent: { after: 2 },
    transient: 0.04,
    explanation: 'The registry has no such package, or no version that fits the range.',
    remedies: [
      'Correct the name or range in package.json.',
      'For a private scope, configure its registry and token in bunfig.toml or .npmrc.',
    ],
    examples: {
      match: [
        {
          text: 'error: No version matching "^9.0.0" found for specifier "acme-cart" (but package exists)',
          captures: { package: 'acme-cart' },
        },
        { text: 'error: GET https://registry.npmjs.org/acme-cart - 404' },
      ],
      miss: ['[0.12ms] ".env"'],
    },
  },
  {
    id: 'bun/script-not-found',
    category: 'config',
    title: 'bun: there is no script "{command}"',
    needles: ['error: Script not found'],
    pattern: /error: Script not found "(?<command>[^"]{1,100})"/,
    transient: 0.01,
    explanation: 'The CI step runs a script that package.json does not define.',
    remedies: ['Add the script to package.json or correct its name in the CI file.'],
    examples: { match: [{ text: 'error: Script not found "lint"', captures: { command: 'lint' } }], miss: ['$ bun run lint'] },
  },
  {
    id: 'bun/test',
    category: 'test',
    title: 'bun test failed: {test}',
    needles: ['(fail) '],
    pattern: /^(?:##\[error\])?\s*\(fail\) (?<test>[^\n]{1,200}?)(?: \[[\d.]+m?s\])?$/,
    extent: { before: 14 },
    transient: 0.12,
    explanation: 'A test ran and did not get what it expected; Bun prints the difference above the name.',
    remedies: ['Read expected and received above the line, and run `bun test -t "<name>"` locally.'],
    examples: {
      match: [{ text: '(fail) cart > adds two items [0.41ms]', captures: { test: 'cart > adds two items' } }],
      miss: ['(pass) cart > adds two items [0.41ms]', ' 0 fail'],
    },
  },
]
