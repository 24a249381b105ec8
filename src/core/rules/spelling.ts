import type { Rule } from '../model/rule.ts'

/** Spell checkers: codespell, typos, cspell, misspell. */
export const rules: readonly Rule[] = [
  {
    id: 'spelling/typo',
    category: 'lint',
    title: 'spelling: {message}',
    needles: [' ==> ', ' should be `', 'Unknown word (', 'is a misspelling of', 'Misspelled word'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?<file>[^\s:]{1,200}):(?<line>\d+): (?<message>[\w'-]{2,40} ==> [\w' ,>-]{2,80})$|error: `(?<word>[^`\n]{2,40})` should be `|^(?<file2>[^\s:]{1,200}):(?<line2>\d+):\d+ - Unknown word \([^)\n]{1,40}\)|"[^"\n]{2,40}" is a misspelling of/,
    transient: 0.01,
    explanation: 'A spell checker (codespell, typos, cspell, misspell) knows a better spelling.',
    remedies: ['Correct the word, or add it to the words to ignore.'],
    examples: {
      match: [
        { text: './docs/cart.md:12: recieve ==> receive', captures: { line: '12', message: 'recieve ==> receive' } },
        { text: 'docs/cart.md:12:5 - Unknown word (carrt)' },
        { text: 'error: `recieve` should be `receive`' },
      ],
      miss: ['a ==> b'],
    },
  },
]
