import type { Rule } from '../model/rule.ts'

/** ShellCheck. */
export const rules: readonly Rule[] = [
  {
    id: 'shellcheck/finding',
    category: 'lint',
    title: 'ShellCheck {code}: {message}',
    needles: ['SC1', 'SC2', 'SC3', ' line '],
    pattern:
      /^\s*\^-{1,60}\^? (?<code>SC\d{4})(?: \(\w+\))?: (?<message>[^\n]{1,200})|^(?<file>[^\s:]{1,200}):(?<line>\d+):\d+: (?:error|warning|note|style): (?<message2>[^\n]{1,200}) \[(?<code2>SC\d{4})\]/,
    extent: { before: 3 },
    transient: 0.01,
    explanation: 'ShellCheck thinks this shell code is a mistake; each code has a page at shellcheck.net/wiki.',
    remedies: ['Correct the line shown above, or disable the code there with a comment and reason.'],
    examples: {
      match: [
        { text: '     ^-- SC2086 (info): Double quote to prevent globbing and word splitting.', captures: { code: 'SC2086' } },
        { text: 'ci.sh:12:5: warning: x appears unused [SC2034]' },
      ],
      miss: ['# shellcheck disable=SC2086'],
    },
  },
]
