import type { Rule } from '../model/rule.ts'

/** Sass, its compilers and its linter. */
export const rules: readonly Rule[] = [
  {
    id: 'sass/error',
    category: 'compile',
    title: 'Sass or Less: {message}',
    needles: [
      "Can't find stylesheet to import",
      'Undefined variable.',
      'Undefined mixin',
      'Undefined function',
      'File to import not found or unreadable',
      'is undefined in',
    ],
    pattern:
      /^(?:##\[error\])?\s*(?:Error: |\[sass\] )?(?<message>Can't find stylesheet to import|Undefined (?:variable|mixin|function)[^\n]{0,80}|File to import not found or unreadable[^\n]{0,150})/,
    extent: { while: /^\s+\S|^\s*[╷│╵]|^ *\d+ *│/ },
    transient: 0.01,
    explanation: 'A style sheet uses a name or file that does not exist.',
    remedies: ['Correct the name or the load path at the place shown below.'],
    examples: {
      match: [{ text: 'Error: Undefined variable.' }, { text: "Error: Can't find stylesheet to import." }],
      miss: ['Deprecation Warning: Using / for division'],
    },
  },
  {
    id: 'node-sass/binding',
    category: 'dependency',
    title: 'node-sass does not support this Node version',
    needles: ['Node Sass does not yet support your current environment', 'Missing binding'],
    pattern: /Node Sass does not yet support your current environment|Error: Missing binding \S{1,200}node-sass/,
    extent: { after: 3 },
    transient: 0.02,
    explanation: 'A native module was built for another version of Node than the one that runs.',
    remedies: ['Rebuild (`npm rebuild`), put the Node version in the cache key, or replace node-sass by sass.'],
    examples: {
      match: [
        { text: 'Error: Node Sass does not yet support your current environment: Linux 64-bit with Unsupported runtime (115)' },
      ],
      miss: ['node-sass@9.0.0'],
    },
  },
  {
    id: 'sass-lint/unused-variable',
    category: 'lint',
    title: 'Sass variable {symbol} is not used',
    needles: ['is not being used!'],
    pattern: /Variable (?<symbol>[$@][\w-]{1,80}) is not being used!/,
    transient: 0.01,
    explanation: 'A check for unused Sass variables found one that nothing refers to.',
    remedies: ['Remove the variable, or use it.'],
    examples: {
      match: [{ text: '✖ Variable $cart-color is not being used!', captures: { symbol: '$cart-color' } }],
      miss: ['Variable $cart-color is used'],
    },
  },
]
