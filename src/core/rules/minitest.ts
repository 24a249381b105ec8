import type { Rule } from '../model/rule.ts'

/** Minitest and Rails’ test command. */
export const rules: readonly Rule[] = [
  {
    id: 'minitest/failed',
    category: 'test',
    title: 'Minitest: {test} failed',
    needles: ['#test_', ') Failure:', ') Error:'],
    pattern:
      /^(?:##\[error\])?\s*(?<test>[A-Z][\w:]{0,150}#test_[^\n[:]{1,200})(?: \[(?<file>[^\]:]{1,200}):(?<line>\d+)\])?:$|^\s*\d+\) (?:Failure|Error):$/,
    extent: { before: 1, while: /^(?:\s+\S|Expected|  Actual|[-+@ ]|\w[\w:]*(?:Error|Exception):|---|\+\+\+)/ },
    transient: 0.12,
    explanation: 'A Minitest or Rails test failed; the reason stands below its name.',
    remedies: [
      'Read the reason below; run the file at that line locally.',
      'Use the printed seed when the order of tests matters.',
    ],
    examples: {
      match: [
        {
          text: 'CartTest#test_adds_two [/srv/cart/test/cart_test.rb:12]:',
          captures: { test: 'CartTest#test_adds_two', line: '12' },
        },
        { text: '  1) Failure:' },
      ],
      miss: ['CartTest#test_adds_two = 0.00 s = .'],
    },
  },
  {
    id: 'rails/test-command',
    category: 'test',
    title: 'Rails: the test at {file}:{line} failed',
    needles: ['rails test '],
    pattern: /^(?:bin\/)?rails test (?<file>[^\s:]{1,200}):(?<line>\d+)$/,
    extent: { before: 6 },
    transient: 0.12,
    explanation: 'Rails prints, after each failure, the command that runs the test alone.',
    remedies: ['Run the command locally.'],
    examples: {
      match: [
        { text: 'bin/rails test test/models/cart_test.rb:12', captures: { line: '12' } },
        { text: 'rails test test/models/cart_test.rb:12' },
      ],
      miss: ['bin/rails test'],
    },
  },
]
