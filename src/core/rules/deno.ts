import type { Rule } from '../model/rule.ts'

/** Deno: modules, type check, fmt, lint and test. */
export const rules: readonly Rule[] = [
  {
    id: 'deno/lockfile',
    category: 'dependency',
    title: 'deno.lock is out of date',
    needles: [
      'error: The lockfile is out of date',
      'error: Integrity check failed',
      'The source code is invalid, as it does not match the expected hash in the lock file',
    ],
    pattern:
      /error: The lockfile is out of date|error: Integrity check failed|it does not match the expected hash in the lock file/,
    extent: { after: 6 },
    transient: 0.05,
    explanation: 'Deno runs with a frozen lock file, and a module is new or has changed since the file was written.',
    remedies: [
      'Run `deno install --frozen=false` and commit deno.lock.',
      'If a remote module changed under the same URL, find out why before accepting it.',
    ],
    examples: {
      match: [
        {
          text: 'error: The lockfile is out of date. Run `deno install --frozen=false`, or rerun with `--frozen=false` to update it.',
        },
      ],
      miss: ['Download https://deno.land/std/path/mod.ts'],
    },
  },
  {
    id: 'deno/module-not-found',
    category: 'dependency',
    title: 'deno: module {package} not found',
    needles: ['error: Module not found "', 'Relative import path "', 'error: Could not find version of', "error: npm package '"],
    pattern:
      /error: Module not found "(?<package>[^"]{1,300})"|Relative import path "(?<name>[^"]{1,200})" not prefixed with|error: (?:Could not find version of|npm package '[^']{1,200}' does not exist)/,
    extent: { after: 1 },
    transient: 0.05,
    explanation: 'An import names a module that is not there, or that the import map does not know.',
    remedies: ['Correct the specifier, or add it to `imports` in deno.json.'],
    examples: {
      match: [{ text: 'error: Module not found "file:///srv/cart/util.ts".', captures: { package: 'file:///srv/cart/util.ts' } }],
      miss: ['Warning Implicitly using latest version'],
    },
  },
  {
    id: 'deno/fmt-lint',
    category: 'lint',
    title: 'deno fmt or deno lint found problems',
    needles: ['not formatted file', 'error[', 'Found '],
    pattern:
      /^(?:##\[error\])?\s*error: Found \d+ not formatted files? in \d+|^(?:##\[error\])?\s*Found [1-9]\d* problems?$|^\s*error\[(?<code>(?:no|prefer|ban|require|explicit|jsx|react|verbatim|camelcase|eqeqeq|default|for|getter|guard|single|triple|use|valid)-?[a-z-]{0,40})\]: /,
    extent: { while: /^\s+(?:-->|\||\d+ \||=|at )|^\s*\d* \|/ },
    transient: 0.01,
    explanation: 'Files are not formatted as `deno fmt` would, or break a rule of `deno lint`.',
    remedies: ['Run `deno fmt` and `deno lint --fix`, and commit.'],
    examples: {
      match: [
        { text: 'error: Found 2 not formatted files in 31 files' },
        { text: 'error[no-unused-vars]: `cart` is never used', captures: { code: 'no-unused-vars' } },
      ],
      miss: ['Checked 31 files', 'error[E0425]: cannot find value'],
    },
  },
  {
    id: 'deno/test',
    category: 'test',
    title: 'deno test failed: {test}',
    needles: [' => ', 'FAILED | '],
    pattern: /^(?<test>[^\n]{1,200}?) => (?<file>(?:\.\/|https?:)[^\s:]{1,200}):(?<line>\d+):\d+$/,
    extent: { while: /^\s*(?:error: |at |\[Diff\]|[-+] | {4})/ },
    transient: 0.12,
    explanation: 'A test ran and threw; Deno lists each with the place where it is defined.',
    remedies: ['Read the error below the name, and run `deno test --filter "<name>"` locally.'],
    examples: {
      match: [
        {
          text: 'adds two items => ./cart_test.ts:12:6',
          captures: { test: 'adds two items', file: './cart_test.ts', line: '12' },
        },
      ],
      miss: ['adds two items ... ok (1ms)', 'ok | 10 passed | 0 failed (1s)'],
    },
  },
]
