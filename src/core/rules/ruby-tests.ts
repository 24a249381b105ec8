import type { Rule } from '../model/rule.ts'

/** RSpec, Minitest, test-unit, Cucumber. */
export const rules: readonly Rule[] = [
  {
    id: 'rspec/example',
    category: 'test',
    title: 'RSpec: {test} failed',
    needles: ['rspec ./', "rspec './", 'rspec "./', 'rspec spec/'],
    pattern:
      /^(?:##\[error\])?\s*rspec ['"]?(?<file>(?:\.\/|spec\/)[^\s:['"]{1,200})(?::(?<line>\d+)|\[[\d:,]{1,40}\])['"]? # (?<test>[^\n]{1,300})/,
    transient: 0.12,
    explanation: 'RSpec lists each failed example with the command that runs it alone.',
    remedies: ['Read the failure of this example above (`Failure/Error:`), and run the command locally.'],
    examples: {
      match: [
        {
          text: 'rspec ./spec/cart_spec.rb:12 # Cart adds two items',
          captures: { file: './spec/cart_spec.rb', line: '12', test: 'Cart adds two items' },
        },
      ],
      miss: ['$ bundle exec rspec ./spec'],
    },
  },
  {
    id: 'rspec/failure',
    category: 'test',
    title: 'RSpec: {message}',
    needles: ['Failure/Error:'],
    pattern: /^\s*Failure\/Error: ?(?<message>[^\n]{0,300})/,
    extent: { before: 1, while: /^\s{4,}\S|^\s*$/ },
    transient: 0.12,
    explanation: 'The line of the spec that failed, with what it got below.',
    remedies: ['Compare expected and got below.'],
    examples: {
      match: [{ text: '     Failure/Error: expect(cart.size).to eq(2)', captures: { message: 'expect(cart.size).to eq(2)' } }],
      miss: ['Failures:'],
    },
  },
  {
    id: 'rspec/load',
    category: 'test',
    title: 'RSpec could not load {file}',
    needles: ['An error occurred while loading', 'error occurred outside of examples', 'errors occurred outside of examples'],
    pattern:
      /An error occurred (?:while loading (?<file>\S{1,200}?)\.?$|in a? ?`?(?:before|after)\(?)|, [1-9]\d* errors? occurred outside of examples/,
    extent: { while: /^(?:Failure\/Error|\s+\S|\w+(?:Error|::\w+):|#|\s*$)/ },
    transient: 0.04,
    explanation: 'The spec file raised while it was loaded, so none of its examples ran.',
    remedies: ['Read the error below: a missing gem, constant, or service at load time.'],
    examples: {
      match: [{ text: 'An error occurred while loading ./spec/cart_spec.rb.', captures: { file: './spec/cart_spec.rb' } }],
      miss: ['10 examples, 0 failures'],
    },
  },
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
  {
    id: 'cucumber/failed',
    category: 'test',
    title: 'Cucumber: {test} failed',
    needles: ['cucumber '],
    pattern:
      /^(?:##\[error\])?\s*cucumber (?:-p \S{1,60} )?(?<file>[^\s:]{1,200}\.feature):(?<line>\d+)(?: # (?<test>[^\n]{1,200}))?/,
    transient: 0.15,
    explanation: 'Cucumber lists each failed scenario with the command that runs it alone.',
    remedies: ['Read the failing step above, and run the command locally.'],
    examples: {
      match: [
        {
          text: 'cucumber features/cart.feature:12 # Scenario: Add an item',
          captures: { file: 'features/cart.feature', test: 'Scenario: Add an item' },
        },
      ],
      miss: ['$ bundle exec cucumber'],
    },
  },
  {
    id: 'ruby-test/summary',
    category: 'test',
    role: 'summary',
    title: '{count}',
    needles: [' examples, ', ' example, ', ' runs, ', ' tests, ', ' scenario'],
    pattern:
      /^(?:##\[error\])?\s*(?<count>\d+ examples?, (?:[1-9]\d* failures?[^\n]{0,60}|0 failures, [^\n]{0,40}[1-9]\d* errors?)|\d+ (?:runs|tests), \d+ assertions, (?:[1-9]\d* failures, \d+ errors|0 failures, [1-9]\d* errors)[^\n]{0,60}|\d+ scenarios? \([^)\n]{0,60}failed[^)\n]{0,60}\))/,
    transient: 0.12,
    explanation: 'The count at the end of RSpec, hspec, Minitest, test-unit or Cucumber.',
    remedies: ['Read the failures named around it.'],
    examples: {
      match: [
        { text: '10 examples, 1 failure', captures: { count: '10 examples, 1 failure' } },
        { text: '10 runs, 20 assertions, 1 failures, 0 errors, 0 skips' },
      ],
      miss: ['10 examples, 0 failures', '10 runs, 20 assertions, 0 failures, 0 errors, 0 skips'],
    },
  },
]
