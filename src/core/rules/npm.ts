import type { Rule } from '../model/rule.ts'

/** npm, versions 6 to 11 (`npm ERR!` until 9, `npm error` since 10). */
export const rules: readonly Rule[] = [
  {
    id: 'npm/eresolve',
    category: 'dependency',
    title: 'npm cannot resolve the dependency tree',
    needles: ['code ERESOLVE'],
    pattern: /^npm (?:ERR!|error) code (?<code>ERESOLVE)\b/,
    extent: { while: /^npm (?:ERR!|error)/ },
    transient: 0.02,
    explanation: 'Two packages ask for versions of a common dependency that no single version satisfies; npm 7 and later refuse to install them.',
    remedies: [
      'Read which package wants which peer version in the lines below, and align them in package.json.',
      'Run `npm install` locally, commit the lock file, and let CI use `npm ci`.',
    ],
    examples: {
      match: [{ text: 'npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree', captures: { code: 'ERESOLVE' } }, { text: 'npm error code ERESOLVE' }],
      miss: ['npm warn ERESOLVE overriding peer dependency'],
    },
  },
]
