import type { Rule } from '../model/rule.ts'

/** webpack and the tools built upon it. */
export const rules: readonly Rule[] = [
  {
    id: 'webpack/error',
    category: 'compile',
    title: 'webpack: error in {file}',
    needles: ['ERROR in ', 'Module build failed', 'Module parse failed', 'Failed to compile.'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?:ERROR in (?<file>(?!\S{0,250}\.java\b)\S{1,250})|(?:Error: )?Module (?:build|parse) failed[: (][^\n]{0,250}|Failed to compile\.)/,
    extent: { after: 1, while: /^\s*\S[^\n]{0,300}$/ },
    transient: 0.01,
    explanation: 'webpack could not build a module; the message of the loader stands below.',
    remedies: ['Correct the file and line named below.'],
    examples: {
      match: [
        { text: 'ERROR in ./src/cart.js 12:5-20', captures: { file: './src/cart.js' } },
        { text: 'Module build failed (from ./node_modules/babel-loader/lib/index.js):' },
      ],
      miss: ['WARNING in ./src/cart.js'],
    },
  },
]
