import type { Rule } from '../model/rule.ts'

/** Python: syntax, imports, and the type checkers mypy, pyright, pytype. */
export const rules: readonly Rule[] = [
  {
    id: 'mypy/error',
    category: 'compile',
    title: 'mypy: {message} ({file}:{line})',
    needles: ['.py:', '.pyi:'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,250}\.pyi?):(?<line>\d+)(?::\d+)?: error: (?<message>[^\n]{1,300}?)(?: {2}\[(?<code>[a-z-]{1,40})\])?$/,
    extent: { while: /^[^\s:]{1,250}:\d+: note:|^\s{4,}\S/ },
    transient: 0.02,
    explanation: 'The type checker finds that a value does not fit the type declared.',
    remedies: ['Correct the code or the annotation.', 'If nothing changed there, mypy or a stub package is newer: pin it.'],
    examples: {
      match: [
        {
          text: 'src/cart.py:12: error: Incompatible return value type (got "str", expected "int")  [return-value]',
          captures: { file: 'src/cart.py', line: '12', code: 'return-value' },
        },
      ],
      miss: ['src/cart.py:12: note: Revealed type is "int"', 'src/cart.py:12: DeprecationWarning: x'],
    },
  },
  {
    id: 'pyright/error',
    category: 'compile',
    title: 'pyright: {message} ({file}:{line})',
    needles: [' - error: '],
    pattern: /^\s*(?<file>[^\s:]{1,250}\.(?:pyi?|ipynb)):(?<line>\d+):\d+ - error: (?<message>[^\n]{1,300})/,
    extent: { while: /^\s{4,}\S/ },
    transient: 0.02,
    explanation: 'The type checker finds that a value does not fit the type declared, or an import is missing.',
    remedies: ['Correct the code or the annotation; install missing packages in the environment pyright uses.'],
    examples: {
      match: [
        {
          text: '  /srv/cart/cart.py:12:5 - error: Import "acme" could not be resolved (reportMissingImports)',
          captures: { line: '12' },
        },
      ],
      miss: ['0 errors, 2 warnings, 0 informations'],
    },
  },
  {
    id: 'mypy/summary',
    category: 'compile',
    role: 'summary',
    title: 'the Python type check failed: {count}',
    needles: [' errors in ', ' error in ', ' errors, '],
    pattern:
      /^Found (?<count>[1-9]\d* errors?) in \d+ files? \((?:checked|errors)|^(?<count2>[1-9]\d* errors?), \d+ warnings?(?:, \d+ informations?)?\s*$/,
    transient: 0.02,
    explanation: 'The count at the end of mypy or pyright.',
    remedies: ['Read the errors above it.'],
    examples: {
      match: [{ text: 'Found 3 errors in 2 files (checked 10 source files)', captures: { count: '3 errors' } }],
      miss: ['0 errors, 2 warnings, 0 informations'],
    },
  },
  {
    id: 'python/syntax-error',
    category: 'compile',
    title: 'Python: {message}',
    needles: ['SyntaxError: ', 'IndentationError: ', 'TabError: '],
    pattern:
      /(?:^|\s)(?<message>(?:IndentationError|TabError): [^\n]{1,150}|SyntaxError: (?:invalid syntax|Missing parentheses in call|unmatched|unterminated|EOL while|EOF while|unexpected EOF|f-string|'[a-z ]{1,30}' (?:outside|was never)|'[([{]' was never closed|invalid (?:decimal|character|non-printable|token|escape)|cannot assign|expected '|multiple exception types|positional argument|future feature|from __future__|Non-UTF-8|\(unicode error\)|closing parenthesis|leading zeros|no binding)[^\n]{0,150})/,
    extent: { before: 3 },
    transient: 0.01,
    explanation: 'The file is not valid for this version of Python; often it uses syntax of a newer, or of a much older, one.',
    remedies: ['Correct the line shown above, or run on the Python version the code is written for.'],
    examples: {
      match: [{ text: 'SyntaxError: invalid syntax' }, { text: 'E   IndentationError: unexpected indent' }],
      miss: ['SyntaxError: Unexpected token', 'except SyntaxError as e:'],
    },
  },
  {
    id: 'python/module-missing',
    category: 'dependency',
    title: "Python: no module named '{package}'",
    needles: ['No module named'],
    pattern:
      /(?:(?:ModuleNotFoundError|ImportError): |exception: |^\S{0,100}python[\d.]*(?:\.exe)?: |: )No module named '?(?<package>[\w.-]{1,150})'?/,
    extent: { before: 3 },
    transient: 0.03,
    explanation: 'An import names a module that is not installed in the environment the job runs in.',
    remedies: [
      'Add the package to the requirements, and check that the step uses the environment it was installed in.',
      'For a module of the project itself, install it (`pip install -e .`) or set PYTHONPATH.',
    ],
    examples: {
      match: [
        { text: "ModuleNotFoundError: No module named 'acme.cart'", captures: { package: 'acme.cart' } },
        { text: 'ImportError: No module named acme' },
        { text: '/usr/bin/python3: No module named pytest' },
      ],
      miss: ['except ModuleNotFoundError:'],
    },
  },
  {
    id: 'python/import-name',
    category: 'dependency',
    title: 'Python: cannot import {symbol} from {package}',
    needles: ['cannot import name', "has no attribute 'ImpImporter'", 'DLL load failed'],
    pattern:
      /ImportError: (?:cannot import name '?(?<symbol>\w{1,100})'?(?: from (?:partially initialized module )?'(?<package>[\w.]{1,150})')?|DLL load failed)|module 'pkgutil' has no attribute 'ImpImporter'/,
    extent: { before: 3 },
    transient: 0.02,
    explanation:
      'The module exists, but not that name in it: a dependency of another version than the code expects, or a circular import.',
    remedies: [
      'Compare the installed version with the one the code needs, and pin or update it.',
      'For "partially initialized module", break the circle of imports.',
    ],
    examples: {
      match: [
        {
          text: "ImportError: cannot import name 'total' from 'acme.cart' (/usr/lib/python3/acme/cart.py)",
          captures: { symbol: 'total', package: 'acme.cart' },
        },
      ],
      miss: ['from acme import total'],
    },
  },
]
