import type { Rule } from '../model/rule.ts'

/** ESLint and the linters that print like it: standard, XO, Stylelint, TSLint, JSHint. */
export const rules: readonly Rule[] = [
  {
    id: 'eslint/error',
    category: 'lint',
    title: 'ESLint {code}: {message} (line {line})',
    needles: ['  error  ', ' error '],
    pattern:
      /^(?:[^\n]{0,60}?\s)?\s{0,40}(?<line>\d{1,7}):(?<column>\d{1,7})\s{1,12}error\s{1,12}(?<message>\S[^\n]{0,250}?)\s{2,60}(?<code>@?[a-z][\w@/-]{1,80})$/,
    transient: 0.01,
    explanation: 'A line breaks a rule that the ESLint configuration sets to error; the file stands above the list.',
    remedies: ['Correct the lines listed; `eslint --fix` does many of them.'],
    examples: {
      match: [
        {
          text: "  12:5  error  'total' is assigned a value but never used  no-unused-vars",
          captures: { line: '12', code: 'no-unused-vars' },
        },
      ],
      miss: ["  12:5  warning  'total' is never used  no-unused-vars", '  12:5      error    trailing spaces  (trailing-spaces)'],
    },
  },
  {
    id: 'eslint/parsing-error',
    category: 'lint',
    title: 'ESLint cannot parse a file: {message}',
    needles: ['Parsing error:'],
    pattern: /^(?:[^\n]{0,60}?\s)?\s{0,40}(?<line>\d+):\d+:?\s+(?:error\s+)?Parsing error: (?<message>[^\n]{1,250})/,
    extent: { before: 1, after: 1 },
    transient: 0.01,
    explanation:
      'ESLint reads the file with a parser that does not know its syntax, or the file is broken, or it is not in the tsconfig given.',
    remedies: ['Correct the syntax, or set the parser and `parserOptions.project` for this kind of file.'],
    examples: {
      match: [{ text: '  12:5  error  Parsing error: Unexpected token }', captures: { line: '12' } }],
      miss: ['12 passing'],
    },
  },
  {
    id: 'eslint/flat-formats',
    category: 'lint',
    title: 'lint {code} ({file}:{line})',
    needles: [
      '(quotes)',
      '(semi)',
      '(prettier/prettier)',
      '(no-unused-vars)',
      '(indent)',
      '(no-undef)',
      '(space-before-function-paren)',
      '(eol-last)',
      '(no-multiple-empty-lines)',
      '(no-trailing-spaces)',
      '(comma-dangle)',
      '(object-curly-spacing)',
      '(key-spacing)',
      '(keyword-spacing)',
      '(padded-blocks)',
      '(@typescript-eslint/',
      '(import/',
      '(react/',
      '(prefer-const)',
      '(eqeqeq)',
      '(no-console)',
      '(standard/',
      '(n/',
      '(camelcase)',
      '(curly)',
      '[Error/',
    ],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?<file>[^\s:()]{1,200}\.(?:[cm]?[jt]sx?|vue|coffee|svelte)):? ?(?<line>\d+)(?::\d+)?:? (?<message>[^\n]{1,250}) (?:\((?<code>[@\w/-]{2,60})\)|\[Error\/(?<code2>[@\w/-]{2,60})\])$/,
    transient: 0.01,
    explanation: 'A linter of the ESLint family (standard, semistandard, unix format) has a finding.',
    remedies: ['Correct the lines listed; `--fix` does many of them.'],
    examples: {
      match: [
        {
          text: 'src/cart.js:12 Strings must use singlequote. (quotes)',
          captures: { file: 'src/cart.js', line: '12', code: 'quotes' },
        },
        { text: "/srv/cart.js:12:5: 'x' is not defined. [Error/no-undef]" },
      ],
      miss: ['see the docs (quotes)'],
    },
  },
  {
    id: 'eslint/max-warnings',
    category: 'lint',
    title: 'ESLint found more warnings than allowed',
    needles: ['ESLint found too many warnings'],
    pattern: /ESLint found too many warnings \(maximum: (?<max>\d+)\)/,
    extent: { before: 3 },
    transient: 0.01,
    explanation: 'There are only warnings, but the command allows fewer (`--max-warnings`).',
    remedies: ['Correct the warnings above.'],
    examples: {
      match: [{ text: 'ESLint found too many warnings (maximum: 0).', captures: { max: '0' } }],
      miss: ['✖ 3 problems (0 errors, 3 warnings)'],
    },
  },
  {
    id: 'eslint/config',
    category: 'config',
    title: 'ESLint cannot load its configuration: {message}',
    needles: [
      "ESLint couldn't find",
      'Failed to load plugin',
      'Failed to load config',
      'Failed to load parser',
      'ESLint configuration in',
      'Cannot read config file',
      'No ESLint configuration found',
      'No files matching the pattern',
    ],
    pattern:
      /(?<message>ESLint couldn't find (?:a configuration|an eslint\.config|the (?:config|plugin))[^\n]{0,150}|Failed to load (?:plugin|config|parser) [^\n]{1,200}|(?<!ESLint: )ESLint configuration in [^\n]{1,150} is invalid|Cannot read config file[^\n]{0,150}|No ESLint configuration found[^\n]{0,100}|No files matching the pattern [^\n]{1,100}were found)/,
    extent: { before: 1, after: 4 },
    transient: 0.01,
    explanation:
      'A plug-in, shared configuration or the configuration file itself is missing or of another ESLint generation (flat config since 9).',
    remedies: ['Install what is named, or pin ESLint to the version the configuration is written for.'],
    examples: {
      match: [{ text: 'ESLint couldn\'t find the plugin "eslint-plugin-acme".' }],
      miss: ['ESLintIgnoreWarning: The ".eslintignore" file is no longer supported.'],
    },
  },
  {
    id: 'eslint/summary',
    category: 'lint',
    role: 'summary',
    title: 'the linter found {count}',
    needles: [' problem'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?✖ (?<count>\d+ problems? \([1-9]\d* errors?)|^\s*(?<count2>[1-9]\d* (?:problems?|errors?)) \((?:[1-9]\d* errors?|[1-9]\d* fixable)/,
    transient: 0.01,
    explanation: 'The count at the end of ESLint or Stylelint.',
    remedies: ['Read the findings listed above.'],
    examples: {
      match: [{ text: '✖ 12 problems (3 errors, 9 warnings)', captures: { count: '12 problems (3 errors' } }],
      miss: ['✖ 3 problems (0 errors, 3 warnings)'],
    },
  },
  {
    id: 'tslint/error',
    category: 'lint',
    title: 'TSLint or JSHint: {message} ({file}:{line})',
    needles: ['ERROR: ', ': line ', 'Use JavaScript Standard Style'],
    pattern:
      /^ERROR: (?:\([\w-]{1,60}\) )?(?<file>[^\s:[]{1,200}\.[jt]sx?)(?::|\[)(?<line>\d+)[:,] ?\d+\]?(?: -|:) (?<message>[^\n]{1,200})|^(?<file2>[^\s:]{1,200}\.js): line (?<line2>\d+), col \d+, (?:Error - )?(?<message2>[^\n]{1,200})|^standard: Use JavaScript Standard Style/,
    extent: { while: /^\s+\S{1,200}:\d+:\d+: / },
    transient: 0.01,
    explanation: 'A linter has a finding.',
    remedies: ['Correct the lines listed; `--fix` does many of them.'],
    examples: {
      match: [
        { text: 'ERROR: src/cart.ts:12:5 - Missing semicolon', captures: { line: '12' } },
        { text: 'cart.js: line 12, col 5, Missing semicolon.' },
      ],
      miss: ['WARNING: src/cart.ts:12:5 - Missing semicolon'],
    },
  },
]
