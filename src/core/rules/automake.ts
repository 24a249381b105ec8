import type { Rule } from '../model/rule.ts'

/** Automake’s test driver. */
export const rules: readonly Rule[] = [
  {
    id: 'automake/test-failed',
    category: 'test',
    title: 'test program {test} failed',
    needles: ['FAIL: ', 'XPASS: ', '  FAIL  ', '  TIMEOUT  ', '  ERROR  '],
    pattern:
      /^(?:FAIL|XPASS): (?<test>[\w./+-]{1,150}(?: \d+)?(?: - [^\n]{1,150})?|LLVM :: [^\n]{1,150})$|^\s*\d+\/\d+ (?<name>\S[^\n]{0,150}?)\s+(?:FAIL|TIMEOUT|ERROR)\s+[\d.]+ ?s/,
    transient: 0.12,
    explanation: 'Automake, lit and Meson name each test program that did not pass.',
    remedies: ['Read its log (tests/<name>.log, meson-logs/testlog.txt).'],
    examples: {
      match: [
        { text: 'FAIL: tests/cart.sh', captures: { test: 'tests/cart.sh' } },
        { text: ' 3/10 cart:unit / adds   FAIL            0.12s   exit status 1' },
      ],
      miss: ['PASS: tests/cart.sh', 'FAIL: test_adds (tests.test_cart.CartTest)'],
    },
  },
]
