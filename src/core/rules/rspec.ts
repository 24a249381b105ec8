import type { Rule } from '../model/rule.ts'

/** RSpec. */
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
]
