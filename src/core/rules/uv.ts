import type { Rule } from '../model/rule.ts'

/** uv. */
export const rules: readonly Rule[] = [
  {
    id: 'uv/failed',
    category: 'dependency',
    title: 'uv: {message}',
    needles: [
      '× Failed to build',
      'error: Failed to build',
      '× Failed to download',
      '╰─▶ Failed',
      'error: No interpreter found',
      'No interpreter found for',
      'error: Failed to spawn',
      'error: Failed to parse',
      'error: Failed to prepare distributions',
      'is not compatible with the project',
    ],
    pattern:
      /(?<message>(?:× |error: )Failed to (?:build|download|prepare|parse|inspect|spawn)[^\n]{0,200}|(?:error: )?No interpreter found (?:for|in)[^\n]{0,150}|The requested interpreter resolved to Python [^\n]{1,150})/,
    extent: { while: /^\s+\S|^\s*(?:[╰├│]|hint|Caused by)/ },
    transient: 0.08,
    explanation: 'uv could not build or fetch a package, or finds no fitting Python.',
    remedies: ['Read the cause below it; install what the build misses, or `uv python install` the version.'],
    examples: {
      match: [{ text: '  × Failed to build `acme-cart==1.0`' }, { text: 'error: Failed to spawn: `ruff`' }],
      miss: ['Resolved 12 packages in 3ms'],
    },
  },
]
