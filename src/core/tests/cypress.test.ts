import { expect, it } from 'vitest'
import { framework } from './cypress.ts'
import { textLines } from './lines/text-lines.ts'

it('reads every spec between start and finish of the run', () => {
  const log = `
  (Run Starting)
  Running:  login.cy.js                                             (1 of 2)

  Login
    (Attempt 1 of 2) logs in
    1) logs in

  0 passing (5s)
  1 failing

  1) Login
       logs in:
     AssertionError: Timed out retrying after 4000ms: Expected to find element: #go
      at Context.eval (webpack:///./cypress/e2e/login.cy.js:5:7)

  (Results)

  ┌──────────────┐
  │ Tests:     1 │
  └──────────────┘
  Running:  cart.cy.js                                              (2 of 2)

  2 passing (1s)

  (Run Finished)
    ✖  1 of 2 failed (50%)                     00:06        3        2        1`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'cypress',
    total: 3,
    passed: 2,
    failed: 1,
    skipped: 0,
    failedTests: [
      {
        name: 'Login logs in',
        message: 'AssertionError: Timed out retrying after 4000ms: Expected to find element: #go',
        lines: [12, 15],
      },
    ],
  })
})
