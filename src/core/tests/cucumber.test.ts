import { expect, it } from 'vitest'
import { framework } from './cucumber.ts'
import { textLines } from './lines/text-lines.ts'

it('reads Ruby', () => {
  const log = `
Failing Scenarios:
cucumber features/cart.feature:3 # Scenario: adds tax

3 scenarios (1 failed, 1 skipped, 1 passed)
10 steps (1 failed, 9 passed)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'cucumber',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [{ name: 'adds tax', file: 'features/cart.feature', line: 3 }],
  })
})

it('reads JavaScript', () => {
  const log = `
Failures:

1) Scenario: adds tax # features/cart.feature:3
   ✔ Given a cart # features/steps.js:3
   ✖ Then it has tax # features/steps.js:7
       AssertionError: 1 == 2

2 scenarios (1 failed, 1 passed)`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'cucumber',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [
      {
        name: 'adds tax',
        message: 'Then it has tax # features/steps.js:7\nAssertionError: 1 == 2',
        lines: [4, 7],
        file: 'features/cart.feature',
        line: 3,
      },
    ],
  })
})

it('reads the JVM and behave', () => {
  const log = `
Failed scenarios:
file:///app/cart.feature:3 # adds tax

2 Scenarios (1 failed, 1 passed)

Failing scenarios:
  features/money.feature:5  rounds

0 features passed, 1 failed, 0 skipped
1 scenario passed, 1 failed, 0 skipped`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'cucumber',
    total: 4,
    passed: 2,
    failed: 2,
    skipped: 0,
    failedTests: [
      { name: 'adds tax', file: '/app/cart.feature', line: 3 },
      { name: 'rounds', file: 'features/money.feature', line: 5 },
    ],
  })
})
