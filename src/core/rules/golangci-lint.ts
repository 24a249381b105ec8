import type { Rule } from '../model/rule.ts'

/** golangci-lint. */
export const rules: readonly Rule[] = [
  {
    id: 'golangci/issue',
    category: 'lint',
    title: 'golangci-lint {code}: {message} ({file}:{line})',
    needles: ['.go:'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,220}\.go):(?<line>\d+)(?::\d+)?: ?(?<message>[^\n]{1,300}) \((?<code>(?!typecheck)(?:[a-z]\w{1,30}|SA\d{4}|S\d{4}|ST\d{4}|U1000|QF\d{4}))\)$/,
    extent: { while: /^\t|^\s+\S/ },
    transient: 0.01,
    explanation: 'A linter of golangci-lint (or staticcheck) has a finding; its name stands in brackets.',
    remedies: ['Correct the line; `golangci-lint run --fix` does some.', 'Pin the version of the linter in CI.'],
    examples: {
      match: [
        {
          text: 'cart/cart.go:12:5: Error return value of `f.Close` is not checked (errcheck)',
          captures: { code: 'errcheck', line: '12' },
        },
        { text: 'cart.go:12:5: this value of err is never used (SA4006)' },
      ],
      miss: ['level=warning msg="The linter is deprecated (errcheck)"'],
    },
  },
]
