import type { Rule } from '../model/rule.ts'

/** Scripts that a Unix shell refuses: syntax, variables, substitution, options. */
export const rules: readonly Rule[] = [
  {
    id: 'os-shell/syntax',
    category: 'config',
    title: 'Shell syntax error in {file}',
    needles: [
      'syntax error',
      'unexpected eof while looking',
      'unexpected end of file',
      'unterminated quoted',
      'conditional binary operator',
      'parse error near',
      'bad for loop variable',
    ],
    pattern:
      /(?:^|\s|\])(?<file>[\w./~@+-]{1,200}): (?:-c: )?(?:line |command substitution: line |eval: line )?(?<line>\d{1,6}): (?:-c: )?(?:syntax error\b|Syntax error: |unexpected EOF while looking for matching|conditional binary operator expected|unterminated quoted)|\bzsh: parse error near|Syntax error: (?:Bad for loop variable|Unterminated quoted string|end of file unexpected|"[^"\n]{1,30}" unexpected|word unexpected|redirection unexpected|Bad fd number)|(?:^|\/)(?:ba|z|da|k)?sh: syntax error\b/,
    extent: { after: 1 },
    transient: 0.01,
    explanation:
      'The shell cannot parse the script. Often the script is written for bash and runs under `sh`, has Windows line ends, or a quote is never closed.',
    remedies: [
      'Run `bash -n FILE` and ShellCheck on the script.',
      'Check which shell runs it: dash and busybox lack `[[`, arrays and `<( )`.',
    ],
    examples: {
      match: [
        { text: 'bash: syntax error near unexpected token `(`' },
        { text: "./deploy.sh: line 14: syntax error near unexpected token `fi'", captures: { file: './deploy.sh', line: '14' } },
        { text: '/bin/bash: -c: line 1: unexpected EOF while looking for matching `"\'' },
        { text: '/tmp/a.sh: 3: Syntax error: "(" unexpected (expecting "}")', captures: { line: '3' } },
      ],
      miss: ['cart.py:3: SyntaxError: invalid syntax', 'ERROR 1064 (42000): You have an error in your SQL syntax'],
    },
  },
  {
    id: 'os-shell/unbound-variable',
    category: 'config',
    title: "Shell variable '{symbol}' is not set",
    needles: ['unbound variable', 'parameter not set', 'parameter null or not set'],
    pattern:
      /: (?:line )?(?:\d{1,6}: )?(?<symbol>[\w$@*!?[\]-]{1,100}): (?:unbound variable|parameter not set|parameter null or not set)/,
    transient: 0.02,
    explanation:
      'The script runs with `set -u` (or uses `${X:?}`) and reads a variable that nobody set: a missing secret, input or environment entry.',
    remedies: [
      'Set the variable in the job, or check that the secret exists and is passed to this step (forks get no secrets).',
      'Give it a default: `${NAME:-}`.',
    ],
    examples: {
      match: [
        { text: './release.sh: line 7: CART_TOKEN: unbound variable', captures: { symbol: 'CART_TOKEN' } },
        { text: '/bin/sh: 1: VERSION: parameter not set', captures: { symbol: 'VERSION' } },
      ],
      miss: ['warning: unbound variables are an error in strict mode'],
    },
  },
  {
    id: 'os-shell/bad-substitution',
    category: 'config',
    title: 'Bad substitution in a shell script',
    needles: ['bad substitution', 'ambiguous redirect', 'invalid variable name', 'not a valid identifier', 'event not found'],
    pattern:
      /: (?:bad substitution|ambiguous redirect|invalid variable name|not a valid identifier|event not found)\s*$|\bBad substitution\s*$/,
    transient: 0.01,
    explanation:
      'A `${…}` or a redirection uses syntax that this shell does not have, or expands to something that is not a name.',
    remedies: [
      'Run the script with bash, not sh.',
      'Quote the expansion, and check that templating (`${{ }}`, `$( )`) was replaced before the shell saw it.',
    ],
    examples: {
      match: [
        { text: '/bin/sh: 2: Bad substitution' },
        { text: './tag.sh: line 3: ${GITHUB_REF##*/ }: bad substitution' },
        { text: './x.sh: line 9: $OUT: ambiguous redirect' },
      ],
      miss: ['warning: bad substitution of type T was ignored here'],
    },
  },
  {
    id: 'os-shell/test-expression',
    category: 'config',
    title: 'A test or arithmetic expression of a shell script is broken',
    needles: [
      'unary operator expected',
      'integer expression expected',
      'binary operator expected',
      'illegal number',
      'unexpected operator',
      'too many arguments',
      'value too great for base',
      'syntax error: operand expected',
      'division by 0',
      'arithmetic syntax error',
    ],
    pattern:
      /: (?:line )?(?:\d{1,6}: )?(?:\[\[?|test|exit|return|shift|\(\(|let|[^\s:]{1,80}): (?:[^\n:]{0,80}: )?(?:unary operator expected|integer expression expected|binary operator expected|Illegal number|unexpected operator|too many arguments|value too great for base|syntax error: operand expected|division by 0|arithmetic syntax error)/i,
    role: 'summary',
    transient: 0.03,
    explanation:
      'A `[ ]` or `(( ))` got an empty or wrong value, mostly an unset variable without quotes. The shell goes on unless `set -e` is in force.',
    remedies: ['Quote the variables: `[ "$X" = y ]`, and give numbers a default: `${N:-0}`.'],
    examples: {
      match: [{ text: './ci.sh: line 20: [: ==: unary operator expected' }, { text: '/bin/sh: 5: [: Illegal number: ' }],
      miss: ['error: binary operator expected in expression'],
    },
  },
  {
    id: 'os-shell/usage',
    category: 'config',
    title: "A command does not know the option '{code}'",
    needles: [
      'unknown command',
      'unrecognized option',
      'unknown option',
      'unrecognized argument',
      'no such option',
      'unknown flag',
      'unknown shorthand flag',
      'not defined: -',
      'unexpected argument',
      'extra argument',
      'unknown argument',
      'invalid choice:',
      "which wasn't expected",
      'unrecognised option',
    ],
    pattern:
      /(?:(?<!pytest(?:\.py)?: |py\.test: |__main__\.py: )\berror: |^(?:##\[error\])?Error: |\bERROR: |^)(?:(?:unrecogni[sz]ed|unknown|no such) (?:option|argument|flag):? ?(?=['‘"`-])|unrecognized arguments: |unknown (?:shorthand )?flag: |flag provided but not defined: |(?:Found argument|unexpected argument) (?=['"`])|argument [^\n:]{1,80}: invalid choice: |Got unexpected extra arguments? \()['‘"`]?(?<code>[\w=./-]{1,100})|[Uu]nknown command "[^"\n]{1,60}" for "/i,
    extent: { before: 2, after: 1 },
    transient: 0.02,
    explanation:
      'A command line uses an option or argument that this version of the tool does not have: a typo, or an upgrade that removed it.',
    remedies: [
      'Run the tool with `--help` in the same image and compare.',
      'Pin the version of the tool that the script was written for.',
    ],
    examples: {
      match: [
        { text: 'Error: unknown command "carts" for "helm"' },
        { text: 'cart.py: error: unrecognized arguments: --tax', captures: { code: '--tax' } },
        { text: 'Error: unknown flag: --short', captures: { code: '--short' } },
        { text: "error: unexpected argument '--offline' found", captures: { code: '--offline' } },
        { text: 'error: unknown option `--frozen`', captures: { code: '--frozen' } },
      ],
      miss: ['Note: there is no unknown option left', 'unknown options are warned > (stdout)'],
    },
  },
  {
    id: 'os-shell/unix-option',
    category: 'config',
    title: "'{command}' does not know one of its options",
    needles: ['invalid option', 'illegal option', 'unrecognized option', 'requires an argument', 'unknown option'],
    pattern:
      /(?:^|[\s/])(?<command>[\w.+-]{1,60}): (?:line \d+: [\w.+-]{1,40}: )?(?:(?:invalid|illegal|unrecognized|unknown) option (?:-- |['‘`"]?-)|option requires an argument)/,
    role: 'summary',
    extent: { after: 1 },
    transient: 0.02,
    explanation: 'A Unix tool refuses an option; GNU options on macOS, BSD or busybox do this, and so do old versions.',
    remedies: ['Use an option that every platform of this job has, or install the GNU tool (coreutils, gnu-sed).'],
    examples: {
      match: [
        { text: 'sed: illegal option -- r', captures: { command: 'sed' } },
        { text: "realpath: invalid option -- 'm'", captures: { command: 'realpath' } },
      ],
      miss: ['npm warn invalid option in .npmrc'],
    },
  },
  {
    id: 'os-shell/missing-variable',
    category: 'config',
    title: "Variable '{symbol}' must be set",
    needles: [
      'is not set',
      'must be set',
      'not defined',
      'is required',
      'is unset',
      'missing environment',
      'missing required env',
      'not provided',
      'keyerror:',
    ],
    pattern:
      /^(?:##\[error\])?(?:\[?(?:ERROR|FATAL)\]?:? |Error: |error: |fatal: )?(?:The )?(?:(?:Missing )?(?:required )?env(?:ironment)? var(?:iable)?s?:? )?["'`$]{0,2}(?<symbol>[A-Z][A-Z0-9]{0,40}_[A-Z0-9_]{1,60})["'`]?(?: environment variable| env var| secret)? (?:is not set|must be set|is not defined|not defined|is required|is unset|was not provided|not provided)\b|\bMissing (?:required )?env(?:ironment)? variables?\b/,
    transient: 0.02,
    explanation:
      'A step refuses to start because a variable or secret is missing. Pull requests from forks and Dependabot get no secrets by default.',
    remedies: [
      'Add the secret or variable, and pass it to this step under the name it expects.',
      'Skip the step where secrets are not available (forks).',
    ],
    examples: {
      match: [
        { text: 'Error: CART_API_KEY is not set', captures: { symbol: 'CART_API_KEY' } },
        { text: 'Missing required environment variable: CART_URL' },
      ],
      miss: ['JAVA_HOME is set', 'Warning: optional value CART is not set, using default'],
    },
  },
]
