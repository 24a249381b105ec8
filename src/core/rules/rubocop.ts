import type { Rule } from '../model/rule.ts'

/** RuboCop. */
export const rules: readonly Rule[] = [
  {
    id: 'rubocop/offense',
    category: 'lint',
    title: 'RuboCop {code}: {message} ({file}:{line})',
    needles: ['.rb:', 'Gemfile:', 'Rakefile:', '.rake:', '.gemspec:', 'Podfile:', 'Fastfile:'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?<file>[^\s:()]{1,250}):(?<line>\d+):(?<column>\d+): [CWEFR]: (?:\[Correct\w{1,6}\] )?(?<code>[A-Z]\w+(?:\/\w+){1,3}): (?<message>[^\n]{1,250})/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'A line breaks a rule (cop) of RuboCop.',
    remedies: ['Correct it, or run `rubocop -a`.', 'New releases bring new cops: pin RuboCop.'],
    examples: {
      match: [
        {
          text: 'lib/cart.rb:12:5: C: [Correctable] Style/StringLiterals: Prefer single-quoted strings',
          captures: { line: '12', code: 'Style/StringLiterals' },
        },
      ],
      miss: ['lib/cart.rb:12: warning: method redefined'],
    },
  },
  {
    id: 'rubocop/summary',
    category: 'lint',
    role: 'summary',
    title: 'RuboCop found {count}',
    needles: [' offense'],
    pattern: /\b\d{1,7} files? inspected, (?<count>[1-9]\d* offenses?) detected/,
    transient: 0.01,
    explanation: 'The count at the end of RuboCop.',
    remedies: ['Read the offenses above.'],
    examples: {
      match: [{ text: '10 files inspected, 3 offenses detected', captures: { count: '3 offenses' } }],
      miss: ['10 files inspected, no offenses detected'],
    },
  },
]
