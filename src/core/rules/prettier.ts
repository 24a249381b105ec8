import type { Rule } from '../model/rule.ts'

/** Prettier. */
export const rules: readonly Rule[] = [
  {
    id: 'prettier/file',
    category: 'lint',
    title: 'Prettier: {file} is not formatted',
    needles: ['[warn] ', '[error] '],
    pattern: /^(?:[^\n]{0,60}?\s)?\[warn\] (?<file>[^\s:]{1,250}\.\w{1,10})$/,
    extent: { while: /^(?:[^\n]{0,60}?\s)?\[warn\] / },
    transient: 0.01,
    explanation: '`prettier --check` lists each file it would change.',
    remedies: ['Run `npx prettier --write .` with the version of the lock file, and commit.'],
    examples: {
      match: [{ text: '[warn] src/cart.ts', captures: { file: 'src/cart.ts' } }],
      miss: ['[warn] Ignored unknown option { foo: true }.'],
    },
  },
  {
    id: 'prettier/check',
    category: 'lint',
    title: 'Prettier: files are not formatted',
    needles: ['Code style issues', 'Forgot to run Prettier', 'Error occurred when checking code style'],
    pattern: /Code style issues (?:found|were found)|Forgot to run Prettier|Error occurred when checking code style in/,
    extent: { before: 2 },
    transient: 0.01,
    explanation: '`prettier --check` found files it would change, or could not parse.',
    remedies: ['Run `npx prettier --write .` with the version of the lock file, and commit.'],
    examples: {
      match: [{ text: '[warn] Code style issues found in 3 files. Run Prettier with --write to fix.' }],
      miss: ['All matched files use Prettier code style!'],
    },
  },
]
