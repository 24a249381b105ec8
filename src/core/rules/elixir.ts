import type { Rule } from '../model/rule.ts'

/** Elixir: Mix, Hex, the compiler, ExUnit, Credo, Dialyzer. */
export const rules: readonly Rule[] = [
  {
    id: 'exunit/failed',
    category: 'test',
    title: 'ExUnit: {test} failed',
    needles: [') test ', ') doctest ', ') property '],
    pattern: /^(?:##\[error\])?\s*\d+\) (?<test>(?:test|doctest|property) [^\n]{1,250} \((?<module>[A-Z][\w.]{1,150})\))$/,
    extent: { while: /^\s{4,}\S/ },
    transient: 0.12,
    explanation: 'A test of ExUnit failed; file, assertion and values stand below it.',
    remedies: [
      'Compare left and right below; run `mix test <file>:<line>` locally.',
      'Use the printed seed when the order of tests matters.',
    ],
    examples: {
      match: [{ text: '  1) test adds two items (Cart.StoreTest)', captures: { module: 'Cart.StoreTest' } }],
      miss: ['10 tests, 0 failures'],
    },
  },
  {
    id: 'exunit/summary',
    category: 'test',
    role: 'summary',
    title: 'ExUnit: {count}',
    needles: [' failure'],
    pattern: /^(?<count>(?:\d+ doctests?, )?(?:\d+ propert(?:y|ies), )?\d+ tests?, [1-9]\d* failures?[^\n]{0,80})$/,
    transient: 0.12,
    explanation: 'The count at the end of `mix test`.',
    remedies: ['Read the numbered failures above it.'],
    examples: { match: [{ text: '3 doctests, 10 tests, 1 failure, 2 skipped' }], miss: ['10 tests, 0 failures'] },
  },
  {
    id: 'elixir/compile',
    category: 'compile',
    title: 'Elixir: {message}',
    needles: [
      '== Compilation error in file',
      '** (CompileError)',
      '** (SyntaxError)',
      '** (TokenMissingError)',
      '** (MismatchedDelimiterError)',
      '--warnings-as-errors option',
    ],
    pattern:
      /== Compilation error in file (?<file>[^\s]{1,200}) ==|\*\* \((?:CompileError|SyntaxError|TokenMissingError|MismatchedDelimiterError)\) (?<message>[^\n]{1,250})|Compilation failed due to warnings while using the --warnings-as-errors option/,
    extent: { after: 1, while: /^\s+\S/ },
    transient: 0.01,
    explanation: 'A source file did not compile, or a warning counts as an error.',
    remedies: ['Correct the place named; with --warnings-as-errors look for the `warning:` lines above.'],
    examples: {
      match: [
        { text: '== Compilation error in file lib/cart.ex ==', captures: { file: 'lib/cart.ex' } },
        { text: '** (CompileError) lib/cart.ex:12: undefined function add/2' },
      ],
      miss: ['warning: variable "x" is unused'],
    },
  },
  {
    id: 'mix/deps',
    category: 'dependency',
    title: 'Mix: the dependencies do not resolve or build',
    needles: [
      'Hex dependency resolution failed',
      'Failed to use "',
      'Unchecked dependencies for environment',
      "Can't continue due to errors on dependencies",
      'could not compile dependency :',
      'No package with name',
      'Your mix.lock is out of date',
      "You're trying to run :",
      'lock mismatch: the dependency is out of date',
    ],
    pattern:
      /Hex dependency resolution failed|Failed to use "(?<package>[^"]{1,80})" (?:\(|because)|Unchecked dependencies for environment|Can't continue due to errors on dependencies|could not compile dependency :(?<dep>\w{1,80})|No package with name (?<name>\w{1,80})|Your mix\.lock is out of date|You're trying to run :\w{1,60} on Elixir/,
    extent: { after: 3 },
    transient: 0.05,
    explanation: 'A dependency has no fitting version, is not fetched or locked, or does not compile on this Elixir and OTP.',
    remedies: [
      'Run `mix deps.get` with the versions CI uses and commit mix.lock.',
      'For one that does not compile, update it or use the Elixir/OTP it supports.',
    ],
    examples: {
      match: [
        { text: '** (Mix) Hex dependency resolution failed' },
        {
          text: '==> could not compile dependency :cart, "mix compile" failed. You can recompile this dependency with "mix deps.compile cart"',
          captures: { dep: 'cart' },
        },
      ],
      miss: ['Resolving Hex dependencies...'],
    },
  },
  {
    id: 'mix/config',
    category: 'config',
    title: 'Mix: the task "{command}" does not exist',
    needles: ['** (Mix) The task "', 'Could not find a Mix.Project'],
    pattern: /\*\* \(Mix\) (?:The task "(?<command>[^"]{1,80})" could not be found|Could not find a Mix\.Project)/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'The task comes from a dependency that this environment (MIX_ENV) does not have, or the directory is wrong.',
    remedies: ['Add the dependency for this environment, or set MIX_ENV.'],
    examples: {
      match: [{ text: '** (Mix) The task "credo" could not be found', captures: { command: 'credo' } }],
      miss: ['mix credo --strict'],
    },
  },
  {
    id: 'mix/lint',
    category: 'lint',
    title: 'mix format, Credo or Dialyzer found problems',
    needles: [
      'mix format failed due to',
      'mix format failed',
      '┃ [',
      'Halting VM with exit status 2',
      'done (warnings were emitted)',
    ],
    pattern:
      /mix format failed due to --check-formatted|┃ \[[CDFRW]\] [→↗↘↑↓] (?<message>[^\n]{1,200})|Halting VM with exit status 2/,
    extent: { after: 3, while: /^\s+(?:\*|\d+ |\d+\s*\|)|^┃/ },
    transient: 0.01,
    explanation: 'Files are not formatted as `mix format` would, or the static analysis has findings.',
    remedies: ['Run `mix format` (or correct the findings) and commit.'],
    examples: {
      match: [
        { text: '** (Mix) mix format failed due to --check-formatted.' },
        { text: '┃ [W] ↗ There should be no calls to IO.inspect/1.' },
      ],
      miss: ['done (passed successfully)'],
    },
  },
]
