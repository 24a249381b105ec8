import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './tap.ts'

it('reads points, subtests and directives', () => {
  const log = `
TAP version 13
# Subtest: cart
    # Subtest: adds tax
    not ok 1 - adds tax
      ---
      location: '/app/cart.test.js:3:28'
      error: '1 == 2'
      ...
    ok 2 - is empty
    1..2
not ok 1 - cart
  ---
  error: '1 subtest failed'
  ...
not ok 2 - later # TODO
ok 3 - never # SKIP no db
not ok 4 boom
#   in test file cart.bats, line 5
# \`false' failed
1..4`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'tap',
    total: 5,
    passed: 1,
    failed: 2,
    skipped: 2,
    failedTests: [
      { name: 'cart > adds tax', message: '1 == 2', lines: [5, 9], file: '/app/cart.test.js', line: 3 },
      { name: 'boom', message: "`false' failed", lines: [18, 20] },
    ],
  })
})

it("leaves prove's output to prove", () => {
  const log = `
1..1
not ok 1 - x
Files=1, Tests=1,  0 wallclock secs`
  expect(framework.parse(textLines(log))).toBeNull()
})
