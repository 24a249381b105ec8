import type { Rule } from '../model/rule.ts'

/** MkDocs. */
export const rules: readonly Rule[] = [
  {
    id: 'mkdocs/error',
    category: 'compile',
    title: 'MkDocs: {message}',
    needles: ['in strict mode!', 'Config value', 'Aborted with '],
    pattern:
      /Aborted with \d+ (?:warnings|Configuration Errors?)(?: in strict mode)?!|Config value:? '(?<message>[^'\n]{1,60}'[^\n]{1,200})/,
    extent: { before: 3 },
    transient: 0.01,
    explanation: 'MkDocs found broken links or names under --strict, or its configuration names something that is not installed.',
    remedies: ['Correct the `WARNING` lines above, or install the plug-in or theme.'],
    examples: {
      match: [
        { text: 'Aborted with 3 warnings in strict mode!' },
        { text: 'ERROR    -  Config value: \'plugins\'. Error: The "acme" plugin is not installed' },
      ],
      miss: ['INFO     -  Documentation built in 1.20 seconds'],
    },
  },
]
