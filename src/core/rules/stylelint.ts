import type { Rule } from '../model/rule.ts'

/** Stylelint. */
export const rules: readonly Rule[] = [
  {
    id: 'stylelint/error',
    category: 'lint',
    title: 'Stylelint: {message} (line {line})',
    needles: ['  ✖  ', ' ✖ ', 'Unexpected ', 'Expected '],
    pattern:
      /^\s{0,40}(?<line>\d{1,7}):(?<column>\d{1,7})\s{1,12}✖\s{1,12}(?<message>\S[^\n]{0,200}?)(?:\s{2,60}(?<code>[\w@/-]{2,80}))?\s{0,80}$|^\s{0,20}(?<line3>\d{1,7}):\d{1,7}\s{1,12}(?<message3>(?:Unexpected|Expected) [^\n]{1,200}) \((?<code3>[a-z][a-z-]{4,60})\)$|^\s{0,40}✖\s{1,12}(?<line2>\d+):\d+\s+(?<message2>[^\n]{1,200})/,
    extent: { while: /^\s{8,}\S/ },
    transient: 0.01,
    explanation: 'A style sheet (or, in XO, a script) breaks a rule of the configuration; the file stands above the list.',
    remedies: ['Correct the lines listed; `--fix` does many of them.'],
    examples: {
      match: [
        {
          text: ' 7:3  ✖  Unexpected unit "px"   unit-disallowed-list',
          captures: { line: '7', code: 'unit-disallowed-list' },
        },
      ],
      miss: [' 7:3  ⚠  Unexpected unit'],
    },
  },
]
