import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './rspec.ts'

it('reads failures, not what is pending', () => {
  const log = `
.F*

Pending: (Failures listed here are expected and do not affect your suite's status)

  1) Cart is later
     # Not yet implemented

Failures:

  1) Cart adds tax
     Failure/Error: expect(1).to eq(2)

       expected: 2
            got: 1
     # ./spec/cart_spec.rb:5:in 'block (2 levels) in <top (required)>'

Finished in 0.1 seconds (files took 0.2 seconds to load)
3 examples, 1 failure, 1 pending

Failed examples:

rspec ./spec/cart_spec.rb:4 # Cart adds tax`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'rspec',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [
      {
        name: 'Cart adds tax',
        message: 'expect(1).to eq(2)\nexpected: 2',
        lines: [11, 16],
        file: './spec/cart_spec.rb',
        line: 5,
      },
    ],
  })
})

it('counts errors outside of examples', () => {
  const log = `
Finished in 0.1 seconds (files took 0.2 seconds to load)
0 examples, 0 failures, 1 error occurred outside of examples`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'rspec',
    total: 1,
    passed: 0,
    failed: 1,
    skipped: 0,
    failedTests: [],
  })
})
