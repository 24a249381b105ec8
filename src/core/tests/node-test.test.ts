import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './node-test.ts'

it('joins the tree and the list at the end', () => {
  const log = `
▶ cart
  ✖ adds tax (1.01ms)
  ✔ is empty (0.13ms)
  ﹣ later (0.07ms) # SKIP
✖ cart (2.12ms)
✖ boom (0.08ms)
ℹ tests 4
ℹ suites 1
ℹ pass 1
ℹ fail 2
ℹ cancelled 0
ℹ skipped 1
ℹ todo 0
ℹ duration_ms 45.1

✖ failing tests:

test at cart.test.mjs:3:28
✖ adds tax (1.01ms)
  AssertionError [ERR_ASSERTION]: 1 == 2
      at TestContext.<anonymous> (file:///app/cart.test.mjs:3:60)

test at cart.test.mjs:4:1
✖ boom (0.08ms)
  Error: boom`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'node-test',
    total: 4,
    passed: 1,
    failed: 2,
    skipped: 1,
    failedTests: [
      {
        name: 'cart > adds tax',
        message: 'AssertionError [ERR_ASSERTION]: 1 == 2',
        lines: [20, 22],
        file: 'cart.test.mjs',
        line: 3,
      },
      { name: 'boom', message: 'Error: boom', lines: [25, 26], file: 'cart.test.mjs', line: 4 },
    ],
  })
})
